package kata.flink.session;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.SessionSummary;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Sessions made of state and timers: the events of a user wait in a list, and are cut into sessions
 * wherever the silence is too long. Each method is a decision that a learner takes, and can take
 * wrongly.
 */
class SessionByHand extends KeyedProcessFunction<String, ClickEvent, SessionSummary> {

  static final long GAP = SummingUp.GAP.toMillis();

  private transient ListState<ClickEvent> waiting;

  @Override
  public void open(OpenContext context) {
    waiting =
        getRuntimeContext().getListState(new ListStateDescriptor<>("waiting", ClickEvent.class));
  }

  /** Returns the events of a user that wait, as a list to be changed. */
  List<ClickEvent> remembered(String user) throws Exception {
    List<ClickEvent> all = new ArrayList<>();
    waiting.get().forEach(all::add);
    return all;
  }

  void remember(String user, List<ClickEvent> events) throws Exception {
    waiting.update(events);
  }

  boolean ends(long silence) {
    return silence > GAP;
  }

  /**
   * Decides whether an event comes too late.
   *
   * @param time of the event
   * @param end of the session to which it would belong
   */
  boolean isTooLate(long time, long end, long watermark) {
    return end - 1 <= watermark;
  }

  /** Returns when a session that ends then is answered. */
  long timerOf(long end) {
    return end - 1;
  }

  /** Returns the events that stay when some sessions are over. */
  List<ClickEvent> remaining(List<ClickEvent> open, List<ClickEvent> over) {
    return open;
  }

  @Override
  public void processElement(ClickEvent event, Context context, Collector<SessionSummary> out)
      throws Exception {
    List<ClickEvent> all = remembered(context.getCurrentKey());
    all.add(event);
    long end =
        sessions(all).stream()
            .filter(session -> session.contains(event))
            .findFirst()
            .map(SessionByHand::end)
            .orElseThrow();
    long watermark = context.timerService().currentWatermark();
    if (!isTooLate(context.timestamp(), end, watermark)) {
      remember(context.getCurrentKey(), all);
      context.timerService().registerEventTimeTimer(timerOf(end));
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<SessionSummary> out)
      throws Exception {
    List<ClickEvent> open = new ArrayList<>();
    List<ClickEvent> over = new ArrayList<>();
    for (List<ClickEvent> session : sessions(remembered(context.getCurrentKey()))) {
      if (timerOf(end(session)) <= timestamp) {
        Instant start = session.get(0).eventTime();
        Instant end = Instant.ofEpochMilli(end(session));
        out.collect(new SummingUp().of(context.getCurrentKey(), start, end, session));
        over.addAll(session);
      } else {
        open.addAll(session);
      }
    }
    remember(context.getCurrentKey(), remaining(open, over));
  }

  private static long end(List<ClickEvent> session) {
    return session.get(session.size() - 1).eventTime().toEpochMilli() + GAP;
  }

  private List<List<ClickEvent>> sessions(List<ClickEvent> events) {
    List<List<ClickEvent>> sessions = new ArrayList<>();
    ClickEvent before = null;
    for (ClickEvent event : events.stream().sorted(comparing(ClickEvent::eventTime)).toList()) {
      if (before == null || ends(silence(before, event))) {
        sessions.add(new ArrayList<>());
      }
      sessions.get(sessions.size() - 1).add(event);
      before = event;
    }
    return sessions;
  }

  private static long silence(ClickEvent before, ClickEvent after) {
    return after.eventTime().toEpochMilli() - before.eventTime().toEpochMilli();
  }
}
