package kata.flink.timezones;

import static kata.flink.timezones.LocalDays.BERLIN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class DailyViewsAlternatives {

  private DailyViewsAlternatives() {}

  /** Cuts the local time down to its day, and adds a day of the calendar to it. */
  public static final class TruncatedLocalTime implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(
          views,
          new LocalDays(
              time -> {
                ZonedDateTime start = time.atZone(BERLIN).truncatedTo(ChronoUnit.DAYS);
                return LocalDays.window(start.toInstant(), start.plusDays(1).toInstant());
              }));
    }
  }

  /** Keeps the counts of a page by the last millisecond of their day, with a timer for each. */
  public static final class StateAndTimers implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new CountByDay(1));
    }
  }

  /** Keeps the counts of a page by the moments at which they come out. */
  static final class CountByDay extends KeyedProcessFunction<String, ClickEvent, PageCount> {

    private final long before;

    private transient MapState<Long, Long> counts;

    /**
     * Makes a function whose timers stand a bit before midnight.
     *
     * @param before in milliseconds
     */
    CountByDay(long before) {
      this.before = before;
    }

    @Override
    public void open(OpenContext context) {
      counts =
          getRuntimeContext()
              .getMapState(new MapStateDescriptor<>("counts", Long.class, Long.class));
    }

    @Override
    public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
        throws Exception {
      LocalDate tomorrow = LocalDate.ofInstant(view.eventTime(), BERLIN).plusDays(1);
      long timer = LocalDays.midnight(tomorrow, BERLIN).toEpochMilli() - before;
      if (timer > context.timerService().currentWatermark()) {
        Long count = counts.get(timer);
        counts.put(timer, count == null ? 1 : count + 1);
        context.timerService().registerEventTimeTimer(timer);
      }
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<PageCount> out)
        throws Exception {
      LocalDate tomorrow = LocalDate.ofInstant(Instant.ofEpochMilli(timer + before), BERLIN);
      out.collect(count(tomorrow.minusDays(1), context.getCurrentKey(), counts.get(timer)));
      counts.remove(timer);
    }
  }

  /** Makes the date a part of the key, so that one number is all that a key keeps. */
  public static final class DateInTheKey implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(
              view ->
                  Tuple2.of(
                      view.page(), LocalDate.ofInstant(view.eventTime(), BERLIN).toEpochDay()),
              Types.TUPLE(Types.STRING, Types.LONG))
          .process(new CountOneDay());
    }
  }

  private static final class CountOneDay
      extends KeyedProcessFunction<Tuple2<String, Long>, ClickEvent, PageCount> {

    private transient ValueState<Long> views;

    @Override
    public void open(OpenContext context) {
      views = getRuntimeContext().getState(new ValueStateDescriptor<>("views", Long.class));
    }

    @Override
    public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
        throws Exception {
      LocalDate tomorrow = LocalDate.ofEpochDay(context.getCurrentKey().f1).plusDays(1);
      long last = LocalDays.midnight(tomorrow, BERLIN).toEpochMilli() - 1;
      if (last <= context.timerService().currentWatermark()) {
        return;
      }
      views.update(views.value() == null ? 1 : views.value() + 1);
      context.timerService().registerEventTimeTimer(last);
    }

    @Override
    public void onTimer(long last, OnTimerContext context, Collector<PageCount> out)
        throws Exception {
      LocalDate day = LocalDate.ofEpochDay(context.getCurrentKey().f1);
      out.collect(count(day, context.getCurrentKey().f0, views.value()));
      views.clear();
    }
  }

  private static PageCount count(LocalDate day, String page, long views) {
    return new PageCount(
        LocalDays.midnight(day, BERLIN), LocalDays.midnight(day.plusDays(1), BERLIN), page, views);
  }
}
