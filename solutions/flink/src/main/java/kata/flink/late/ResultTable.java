package kata.flink.late;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import kata.datasets.ClickEvent;
import kata.datasets.VisitorsChange;
import kata.datasets.VisitorsChange.Change;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/**
 * Remembers beside each window what the table holds, in state that belongs to the window and is
 * cleared with it.
 */
public final class ResultTable implements StreamJob<ClickEvent, VisitorsChange> {

  @Override
  public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
    return views
        .keyBy(ClickEvent::page)
        .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
        .allowedLateness(Duration.ofMinutes(2))
        .process(new Changes());
  }

  private static final class Changes
      extends ProcessWindowFunction<ClickEvent, VisitorsChange, String, TimeWindow> {

    private static final ValueStateDescriptor<Long> IN_TABLE =
        new ValueStateDescriptor<>("in-table", Long.class);

    @Override
    public void process(
        String page, Context context, Iterable<ClickEvent> views, Collector<VisitorsChange> out)
        throws Exception {
      Set<String> visitors = new HashSet<>();
      views.forEach(view -> visitors.add(view.userId()));
      long now = visitors.size();
      ValueState<Long> inTable = context.windowState().getState(IN_TABLE);
      Long before = inTable.value();
      if (before == null) {
        out.collect(change(page, context.window(), Change.INSERT, now));
      } else if (before != now) {
        out.collect(change(page, context.window(), Change.UPDATE_BEFORE, before));
        out.collect(change(page, context.window(), Change.UPDATE_AFTER, now));
      }
      inTable.update(now);
    }

    private static VisitorsChange change(
        String page, TimeWindow window, Change change, long visitors) {
      return new VisitorsChange(
          Instant.ofEpochMilli(window.getStart()),
          Instant.ofEpochMilli(window.getEnd()),
          page,
          change,
          visitors);
    }

    @Override
    public void clear(Context context) {
      context.windowState().getState(IN_TABLE).clear();
    }
  }
}
