package kata.flink.triggers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.SessionProgress;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class MergingTriggerAlternatives {

  private MergingTriggerAlternatives() {}

  /** Counts in list state, one entry a view: lists merge by themselves. */
  public static final class CountsInAList implements StreamJob<ClickEvent, SessionProgress> {

    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new ListTrigger());
    }

    private static final class ListTrigger extends Trigger<ClickEvent, TimeWindow> {

      private final ListStateDescriptor<Long> fresh =
          new ListStateDescriptor<>("fresh views", Long.class);

      @Override
      public TriggerResult onElement(
          ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
          throws Exception {
        context.registerEventTimeTimer(window.maxTimestamp());
        ListState<Long> times = context.getPartitionedState(fresh);
        times.add(timestamp);
        if (Steps.size(times.get()) < Sessions.ENOUGH) {
          return TriggerResult.CONTINUE;
        }
        times.clear();
        return TriggerResult.FIRE;
      }

      @Override
      public boolean canMerge() {
        return true;
      }

      @Override
      public void onMerge(TimeWindow window, OnMergeContext context) {
        context.mergePartitionedState(fresh);
      }

      @Override
      public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context) {
        return TriggerResult.FIRE;
      }

      @Override
      public TriggerResult onProcessingTime(long time, TimeWindow window, TriggerContext context) {
        return TriggerResult.CONTINUE;
      }

      @Override
      public void clear(TimeWindow window, TriggerContext context) throws Exception {
        context.getPartitionedState(fresh).clear();
        context.deleteEventTimeTimer(window.maxTimestamp());
      }
    }
  }

  /** Does without windows: the open sessions of a user in order of time, joined by hand. */
  public static final class WithTimers implements StreamJob<ClickEvent, SessionProgress> {

    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::userId).process(new OpenSessions());
    }

    static class OpenSessions extends KeyedProcessFunction<String, ClickEvent, SessionProgress> {

      private transient ListState<Tuple4<Long, Long, Long, Long>> open;

      @Override
      public void open(OpenContext context) {
        open =
            getRuntimeContext()
                .getListState(
                    new ListStateDescriptor<>(
                        "start, end, views, fresh",
                        Types.TUPLE(Types.LONG, Types.LONG, Types.LONG, Types.LONG)));
      }

      /** Returns whether a session becomes one with a view and what has joined it already. */
      boolean joins(Tuple4<Long, Long, Long, Long> session, Tuple4<Long, Long, Long, Long> joined) {
        return session.f0 <= joined.f1 && joined.f0 <= session.f1;
      }

      /** Returns whether a view is too late; its session would end at {@code alone} by itself. */
      boolean isLate(long alone, long end, long watermark) {
        return end - 1 <= watermark;
      }

      @Override
      public void processElement(ClickEvent view, Context context, Collector<SessionProgress> out)
          throws Exception {
        long time = context.timestamp();
        long alone = time + Sessions.GAP.toMillis();
        Tuple4<Long, Long, Long, Long> joined = Tuple4.of(time, alone, 1L, 1L);
        List<Tuple4<Long, Long, Long, Long>> apart = new ArrayList<>();
        for (Tuple4<Long, Long, Long, Long> session : open.get()) {
          if (joins(session, joined)) {
            joined =
                Tuple4.of(
                    Math.min(joined.f0, session.f0),
                    Math.max(joined.f1, session.f1),
                    joined.f2 + session.f2,
                    joined.f3 + session.f3);
          } else {
            apart.add(session);
          }
        }
        if (isLate(alone, joined.f1, context.timerService().currentWatermark())) {
          return;
        }
        if (joined.f3 >= Sessions.ENOUGH) {
          out.collect(row(joined, context.getCurrentKey(), false));
          joined.f3 = 0L;
        }
        apart.add(joined);
        apart.sort(Comparator.comparing(session -> session.f0));
        open.update(apart);
        context.timerService().registerEventTimeTimer(joined.f1 - 1);
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<SessionProgress> out)
          throws Exception {
        List<Tuple4<Long, Long, Long, Long>> left = new ArrayList<>();
        for (Tuple4<Long, Long, Long, Long> session : open.get()) {
          if (session.f1 - 1 == time) {
            out.collect(row(session, context.getCurrentKey(), true));
          } else {
            left.add(session);
          }
        }
        open.update(left);
      }

      private static SessionProgress row(
          Tuple4<Long, Long, Long, Long> session, String user, boolean over) {
        return Sessions.row(new TimeWindow(session.f0, session.f1), user, session.f2, over);
      }
    }
  }
}
