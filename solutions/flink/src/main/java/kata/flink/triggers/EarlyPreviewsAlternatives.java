package kata.flink.triggers;

import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PagePreview;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class EarlyPreviewsAlternatives {

  private EarlyPreviewsAlternatives() {}

  /** Has a timer on each of the window's minutes, and asks a flag whether anything is new. */
  public static final class TimerOnEveryMinute implements StreamJob<ClickEvent, PagePreview> {

    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, new Previews.Marks());
    }
  }

  /** Does without windows: by start, the count and what the last row has shown of it. */
  public static final class WithTimers implements StreamJob<ClickEvent, PagePreview> {

    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new CountByStart());
    }

    private static final class CountByStart
        extends KeyedProcessFunction<String, ClickEvent, PagePreview> {

      private static final long SIZE = Steps.FIVE_MINUTES.toMillis();
      private static final TypeInformation<Tuple2<Long, Long>> COUNTED_AND_SHOWN =
          Types.TUPLE(Types.LONG, Types.LONG);

      private transient MapState<Long, Tuple2<Long, Long>> windows;

      @Override
      public void open(OpenContext context) {
        windows =
            getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("windows", Types.LONG, COUNTED_AND_SHOWN));
      }

      @Override
      public void processElement(ClickEvent view, Context context, Collector<PagePreview> out)
          throws Exception {
        long start = context.timestamp() / SIZE * SIZE;
        long watermark = context.timerService().currentWatermark();
        if (start + SIZE - 1 <= watermark) {
          return;
        }
        Tuple2<Long, Long> window = windows.get(start);
        windows.put(
            start, window == null ? Tuple2.of(1L, 0L) : Tuple2.of(window.f0 + 1, window.f1));
        for (long minute = start + Previews.MINUTE;
            minute <= start + SIZE;
            minute += Previews.MINUTE) {
          if (minute - 1 > watermark) {
            context.timerService().registerEventTimeTimer(minute - 1);
          }
        }
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<PagePreview> out)
          throws Exception {
        long start = time / SIZE * SIZE;
        Tuple2<Long, Long> window = windows.get(start);
        boolean ended = start + SIZE - 1 <= context.timerService().currentWatermark();
        if (window == null || (!ended && window.f0.equals(window.f1))) {
          return;
        }
        out.collect(
            new PagePreview(
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(start + SIZE),
                context.getCurrentKey(),
                window.f0,
                ended ? PagePreview.FINAL : PagePreview.PREVIEW));
        if (ended) {
          windows.remove(start);
        } else {
          windows.put(start, Tuple2.of(window.f0, window.f0));
        }
      }
    }
  }
}
