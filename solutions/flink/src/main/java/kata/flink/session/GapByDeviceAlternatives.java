package kata.flink.session;

import java.util.Collection;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.VisitCount;
import kata.flink.lab.StreamJob;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.windowing.assigners.DynamicEventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/** Right answers, written differently. */
public final class GapByDeviceAlternatives {

  private GapByDeviceAlternatives() {}

  /** Names the assigner directly, and keeps all events of a visit. */
  public static final class DynamicWindows implements StreamJob<ClickEvent, VisitCount> {

    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .window(
              DynamicEventTimeSessionWindows.withDynamicGap(
                  (ClickEvent event) -> Visits.gapAfter(event).toMillis()))
          .process(new Visits.CountAll());
    }
  }

  /** Assigns the first window of each event by hand, and leaves the merging to Flink. */
  public static final class OwnAssigner implements StreamJob<ClickEvent, VisitCount> {

    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events.keyBy(ClickEvent::userId).window(new ByDevice()).process(new Visits.CountAll());
    }

    private static final class ByDevice extends EventTimeSessionWindows {

      ByDevice() {
        super(Visits.ELSEWHERE.toMillis());
      }

      @Override
      public Collection<TimeWindow> assignWindows(
          Object event, long timestamp, WindowAssignerContext context) {
        long gap = Visits.gapAfter((ClickEvent) event).toMillis();
        return List.of(new TimeWindow(timestamp, timestamp + gap));
      }
    }
  }

  /** Puts visits together by hand, with state and timers. */
  public static final class StateAndTimers implements StreamJob<ClickEvent, VisitCount> {

    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events.keyBy(ClickEvent::userId).process(new VisitByHand());
    }
  }
}
