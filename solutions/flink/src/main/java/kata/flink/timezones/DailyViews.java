package kata.flink.timezones;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Lets an assigner of its own ask the calendar for the two midnights around an event. */
public final class DailyViews implements StreamJob<ClickEvent, PageCount> {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Override
  public DataStream<PageCount> build(DataStream<ClickEvent> views) {
    return views.keyBy(ClickEvent::page).window(new Days()).process(new Count());
  }

  private static final class Days extends WindowAssigner<Object, TimeWindow> {

    @Override
    public Collection<TimeWindow> assignWindows(
        Object view, long timestamp, WindowAssignerContext context) {
      LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(timestamp), BERLIN);
      return List.of(new TimeWindow(midnight(day), midnight(day.plusDays(1))));
    }

    private static long midnight(LocalDate day) {
      return day.atStartOfDay(BERLIN).toInstant().toEpochMilli();
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
