package kata.flink.timers;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** A count for each window's start, and a timer for each window's last millisecond. */
public final class HandMadeWindow implements StreamJob<ClickEvent, PageCount> {

  @Override
  public DataStream<PageCount> build(DataStream<ClickEvent> views) {
    return views.keyBy(ClickEvent::page).process(new Windows());
  }

  private static final class Windows extends KeyedProcessFunction<String, ClickEvent, PageCount> {

    private static final long SIZE = Duration.ofMinutes(5).toMillis();

    private transient MapState<Long, Long> counts;

    @Override
    public void open(OpenContext context) {
      counts =
          getRuntimeContext()
              .getMapState(new MapStateDescriptor<>("views by start", Long.class, Long.class));
    }

    @Override
    public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
        throws Exception {
      long start = context.timestamp() - Math.floorMod(context.timestamp(), SIZE);
      long last = start + SIZE - 1;
      if (last <= context.timerService().currentWatermark()) {
        return;
      }
      Long before = counts.get(start);
      counts.put(start, before == null ? 1 : before + 1);
      context.timerService().registerEventTimeTimer(last);
    }

    @Override
    public void onTimer(long last, OnTimerContext context, Collector<PageCount> out)
        throws Exception {
      long end = last + 1;
      long start = end - SIZE;
      Long views = counts.get(start);
      out.collect(
          new PageCount(
              Instant.ofEpochMilli(start),
              Instant.ofEpochMilli(end),
              context.getCurrentKey(),
              views == null ? 0 : views));
      if (views != null) {
        counts.remove(start);
        context.timerService().registerEventTimeTimer(last + SIZE);
      }
    }
  }
}
