package kata.flink.triggers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import kata.datasets.ClickEvent;
import kata.datasets.LastPages;
import kata.flink.lab.StreamJob;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.evictors.Evictor;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.streaming.runtime.operators.windowing.TimestampedValue;
import org.apache.flink.util.Collector;

/**
 * An evictor leaves the three latest views by event time; the window function puts them in order.
 */
public final class LastN implements StreamJob<ClickEvent, LastPages> {

  @Override
  public DataStream<LastPages> build(DataStream<ClickEvent> views) {
    return views
        .keyBy(ClickEvent::userId)
        .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
        .evictor(new AllButTheLast(3))
        .process(new Trail());
  }

  private record AllButTheLast(int kept) implements Evictor<ClickEvent, TimeWindow> {

    @Override
    public void evictBefore(
        Iterable<TimestampedValue<ClickEvent>> views,
        int size,
        TimeWindow window,
        EvictorContext context) {
      List<Long> times = new ArrayList<>();
      views.forEach(view -> times.add(view.getTimestamp()));
      for (int tooMany = size - kept; tooMany > 0; tooMany--) {
        Long oldest = times.stream().min(Comparator.naturalOrder()).orElseThrow();
        times.remove(oldest);
        removeFirst(views, oldest);
      }
    }

    private static void removeFirst(Iterable<TimestampedValue<ClickEvent>> views, long time) {
      for (Iterator<TimestampedValue<ClickEvent>> it = views.iterator(); it.hasNext(); ) {
        if (it.next().getTimestamp() == time) {
          it.remove();
          return;
        }
      }
    }

    @Override
    public void evictAfter(
        Iterable<TimestampedValue<ClickEvent>> views,
        int size,
        TimeWindow window,
        EvictorContext context) {}
  }

  private static final class Trail
      extends ProcessWindowFunction<ClickEvent, LastPages, String, TimeWindow> {

    @Override
    public void process(
        String user, Context context, Iterable<ClickEvent> views, Collector<LastPages> out) {
      List<ClickEvent> inOrder = new ArrayList<>();
      views.forEach(inOrder::add);
      inOrder.sort(Comparator.comparing(ClickEvent::eventTime));
      out.collect(
          new LastPages(
              Instant.ofEpochMilli(context.window().getStart()),
              Instant.ofEpochMilli(context.window().getEnd()),
              user,
              inOrder.stream().map(ClickEvent::page).collect(Collectors.joining(" > "))));
    }
  }
}
