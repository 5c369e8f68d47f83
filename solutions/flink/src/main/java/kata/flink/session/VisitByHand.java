package kata.flink.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.VisitCount;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Visits made of state and timers: each event is a small visit at first, and visits that touch are
 * put together. Each method is a decision that a learner takes, and can take wrongly.
 */
class VisitByHand extends KeyedProcessFunction<String, ClickEvent, VisitCount> {

  private transient ListState<VisitCount> open;

  @Override
  public void open(OpenContext context) {
    open = getRuntimeContext().getListState(new ListStateDescriptor<>("open", VisitCount.class));
  }

  /** Returns the open visits of a user. */
  Iterable<VisitCount> remembered(String user) throws Exception {
    return open.get();
  }

  void remember(String user, List<VisitCount> visits) throws Exception {
    open.update(visits);
  }

  boolean touch(VisitCount a, VisitCount b) {
    return !a.windowStart().isAfter(b.windowEnd()) && !b.windowStart().isAfter(a.windowEnd());
  }

  /** Returns which of the open visits an event is put together with. */
  List<VisitCount> touched(VisitCount added, List<VisitCount> visits) {
    return visits.stream().filter(visit -> touch(added, visit)).toList();
  }

  /** Deals with the open visits that an event does not touch: they stay as they are. */
  void leave(List<VisitCount> others, Collector<VisitCount> out) {}

  /** Returns the end of two visits that touch. */
  Instant end(VisitCount before, VisitCount added) {
    return before.windowEnd().isAfter(added.windowEnd()) ? before.windowEnd() : added.windowEnd();
  }

  /**
   * Decides whether an event comes too late.
   *
   * @param own the end of the event alone
   * @param end the end of the visit to which it would belong
   */
  boolean isTooLate(Instant own, Instant end, long watermark) {
    return end.toEpochMilli() - 1 <= watermark;
  }

  @Override
  public void processElement(ClickEvent event, Context context, Collector<VisitCount> out)
      throws Exception {
    Instant time = event.eventTime();
    Instant own = time.plus(Visits.gapAfter(event));
    VisitCount visit = new VisitCount(time, own, event.userId(), 1);
    List<VisitCount> others = new ArrayList<>();
    remembered(context.getCurrentKey()).forEach(others::add);
    List<VisitCount> touched = touched(visit, others);
    for (VisitCount other : touched) {
      visit = merge(other, visit);
    }
    others.removeAll(touched);
    leave(others, out);
    if (!isTooLate(own, visit.windowEnd(), context.timerService().currentWatermark())) {
      others.add(visit);
      remember(context.getCurrentKey(), others);
      context.timerService().registerEventTimeTimer(visit.windowEnd().toEpochMilli() - 1);
    }
  }

  private VisitCount merge(VisitCount a, VisitCount b) {
    return new VisitCount(
        a.windowStart().isBefore(b.windowStart()) ? a.windowStart() : b.windowStart(),
        end(a, b),
        a.user(),
        a.events() + b.events());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<VisitCount> out)
      throws Exception {
    List<VisitCount> rest = new ArrayList<>();
    for (VisitCount visit : remembered(context.getCurrentKey())) {
      if (visit.windowEnd().toEpochMilli() - 1 <= timestamp) {
        out.collect(visit);
      } else {
        rest.add(visit);
      }
    }
    remember(context.getCurrentKey(), rest);
  }
}
