package kata.flink.timezones;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Assigns each event to one window; which one is for the other answers to decide. */
final class LocalDays extends WindowAssigner<Object, TimeWindow> {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final long serialVersionUID = 1L;

  /** Decides in which window a moment lies. */
  interface WindowOf extends Serializable {
    TimeWindow at(Instant time);
  }

  private final WindowOf windowOf;

  LocalDays(WindowOf windowOf) {
    this.windowOf = windowOf;
  }

  /** Returns the day in which a moment lies. */
  static TimeWindow day(Instant time, ZoneId zone) {
    LocalDate date = LocalDate.ofInstant(time, zone);
    return window(midnight(date, zone), midnight(date.plusDays(1), zone));
  }

  static Instant midnight(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone).toInstant();
  }

  static TimeWindow window(Instant start, Instant end) {
    return new TimeWindow(start.toEpochMilli(), end.toEpochMilli());
  }

  /** Counts the views of each page in the windows of an assigner. */
  static DataStream<PageCount> count(
      DataStream<ClickEvent> views, WindowAssigner<Object, TimeWindow> windows) {
    return views.keyBy(ClickEvent::page).window(windows).process(new Count());
  }

  @Override
  public Collection<TimeWindow> assignWindows(
      Object view, long timestamp, WindowAssignerContext context) {
    return List.of(windowOf.at(Instant.ofEpochMilli(timestamp)));
  }

  @Override
  public Trigger<Object, TimeWindow> getDefaultTrigger() {
    return EventTimeTrigger.create();
  }

  @Override
  public TypeSerializer<TimeWindow> getWindowSerializer(ExecutionConfig config) {
    return new TimeWindow.Serializer();
  }

  @Override
  public boolean isEventTime() {
    return true;
  }

  private static final class Count
      extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {

    @Override
    public void process(
        String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
      Instant start = Instant.ofEpochMilli(context.window().getStart());
      Instant end = Instant.ofEpochMilli(context.window().getEnd());
      out.collect(new PageCount(start, end, page, views.spliterator().getExactSizeIfKnown()));
    }
  }
}
