package kata.flink.late;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import kata.datasets.ClickEvent;
import kata.datasets.VisitorsChange;
import kata.datasets.VisitorsChange.Change;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** The small steps that the other answers to {@link ResultTable} have in common. */
final class TableSteps {

  private TableSteps() {}

  /** Returns the start of the window in which a view lies, in epoch milliseconds. */
  static long startOf(ClickEvent view) {
    long size = Windows.FIVE_MINUTES.toMillis();
    return Math.floorDiv(view.eventTime().toEpochMilli(), size) * size;
  }

  static VisitorsChange as(VisitorsChange row, Change change, long visitors) {
    return new VisitorsChange(row.windowStart(), row.windowEnd(), row.page(), change, visitors);
  }

  /** Returns each result of a window, first or corrected, as an insert. */
  static DataStream<VisitorsChange> visitors(DataStream<ClickEvent> views) {
    return visitors(views, Windows.LATENESS, EventTimeTrigger.create());
  }

  static DataStream<VisitorsChange> visitors(
      DataStream<ClickEvent> views, Duration lateness, Trigger<Object, TimeWindow> trigger) {
    return views
        .keyBy(ClickEvent::page)
        .window(Windows.five())
        .allowedLateness(lateness)
        .trigger(trigger)
        .process(new CountVisitors());
  }

  /** Counts the visitors of a window. Who counts as one can be got wrong. */
  static class CountVisitors
      extends ProcessWindowFunction<ClickEvent, VisitorsChange, String, TimeWindow> {

    long number(Context context, Iterable<ClickEvent> views) throws Exception {
      Set<String> visitors = new HashSet<>();
      views.forEach(view -> visitors.add(view.userId()));
      return visitors.size();
    }

    @Override
    public final void process(
        String page, Context context, Iterable<ClickEvent> views, Collector<VisitorsChange> out)
        throws Exception {
      out.collect(
          new VisitorsChange(
              Instant.ofEpochMilli(context.window().getStart()),
              Instant.ofEpochMilli(context.window().getEnd()),
              page,
              Change.INSERT,
              number(context, views)));
    }
  }

  /**
   * Compares each result with the one before it. What it does then is a decision that a learner
   * takes, and can take wrongly.
   */
  static class Compare extends KeyedProcessFunction<String, VisitorsChange, VisitorsChange> {

    private transient ValueState<Long> inTable;

    @Override
    public void open(OpenContext context) {
      inTable = getRuntimeContext().getState(new ValueStateDescriptor<>("in-table", Long.class));
    }

    @Override
    public final void processElement(
        VisitorsChange result, Context context, Collector<VisitorsChange> out) throws Exception {
      Long before = inTable.value();
      if (before == null) {
        out.collect(as(result, Change.INSERT, result.visitors()));
      } else {
        replace(result, before, out);
      }
      inTable.update(remember(before, result.visitors()));
    }

    /** Replaces what the table holds. */
    void replace(VisitorsChange result, long before, Collector<VisitorsChange> out) {
      if (before != result.visitors()) {
        out.collect(as(result, Change.UPDATE_BEFORE, before));
        out.collect(as(result, Change.UPDATE_AFTER, result.visitors()));
      }
    }

    /** Returns what the table is taken to hold from now on. */
    long remember(Long before, long now) {
      return now;
    }
  }
}
