package kata.flink.late;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import kata.datasets.ClickEvent;
import kata.datasets.VisitorsChange;
import kata.datasets.VisitorsChange.Change;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class ResultTableAlternatives {

  private ResultTableAlternatives() {}

  /** Compares the results of the windows in a second step, which is keyed by window and page. */
  public static final class SecondStep implements StreamJob<ClickEvent, VisitorsChange> {

    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return TableSteps.visitors(views)
          .keyBy(result -> result.windowStart() + " " + result.page())
          .process(new TableSteps.Compare());
    }
  }

  /** The same, with one map of all windows for each page. */
  public static final class MapOfWindows implements StreamJob<ClickEvent, VisitorsChange> {

    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return TableSteps.visitors(views).keyBy(result -> result.page()).process(new CompareInMap());
    }

    private static final class CompareInMap
        extends KeyedProcessFunction<String, VisitorsChange, VisitorsChange> {

      private transient MapState<Instant, Long> inTable;

      @Override
      public void open(OpenContext context) {
        inTable =
            getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("in-table", Instant.class, Long.class));
      }

      @Override
      public void processElement(
          VisitorsChange result, Context context, Collector<VisitorsChange> out) throws Exception {
        Long before = inTable.get(result.windowStart());
        inTable.put(result.windowStart(), result.visitors());
        if (before == null) {
          out.collect(result);
        } else if (!before.equals(result.visitors())) {
          out.collect(TableSteps.as(result, Change.UPDATE_BEFORE, before));
          out.collect(TableSteps.as(result, Change.UPDATE_AFTER, result.visitors()));
        }
      }
    }
  }

  /** Knows the visitors of each window by hand, without a window operator. */
  public static final class StateAndTimers implements StreamJob<ClickEvent, VisitorsChange> {

    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(view -> TableSteps.startOf(view) + " " + view.page())
          .process(new OneWindow());
    }

    /** The key is one window of one page. */
    private static final class OneWindow
        extends KeyedProcessFunction<String, ClickEvent, VisitorsChange> {

      private static final long SIZE = Windows.FIVE_MINUTES.toMillis();

      private transient MapState<String, Boolean> users;
      private transient ValueState<ClickEvent> any;

      @Override
      public void open(OpenContext context) {
        users =
            getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("users", String.class, Boolean.class));
        any = getRuntimeContext().getState(new ValueStateDescriptor<>("any", ClickEvent.class));
      }

      @Override
      public void processElement(ClickEvent view, Context context, Collector<VisitorsChange> out)
          throws Exception {
        long last = TableSteps.startOf(view) + SIZE - 1;
        long watermark = context.timerService().currentWatermark();
        if (last + Windows.LATENESS.toMillis() <= watermark || users.contains(view.userId())) {
          return;
        }
        long before = visitors();
        users.put(view.userId(), true);
        any.update(view);
        if (last > watermark) {
          context.timerService().registerEventTimeTimer(last);
        } else if (before == 0) {
          out.collect(row(view, Change.INSERT, 1));
        } else {
          out.collect(row(view, Change.UPDATE_BEFORE, before));
          out.collect(row(view, Change.UPDATE_AFTER, before + 1));
        }
        context.timerService().registerEventTimeTimer(last + Windows.LATENESS.toMillis());
      }

      private long visitors() throws Exception {
        Set<String> all = new HashSet<>();
        users.keys().forEach(all::add);
        return all.size();
      }

      private static VisitorsChange row(ClickEvent view, Change change, long visitors) {
        long start = TableSteps.startOf(view);
        return new VisitorsChange(
            Instant.ofEpochMilli(start),
            Instant.ofEpochMilli(start + SIZE),
            view.page(),
            change,
            visitors);
      }

      @Override
      public void onTimer(long timestamp, OnTimerContext context, Collector<VisitorsChange> out)
          throws Exception {
        if (timestamp == TableSteps.startOf(any.value()) + SIZE - 1) {
          out.collect(row(any.value(), Change.INSERT, visitors()));
        } else {
          users.clear();
          any.clear();
        }
      }
    }
  }
}
