package kata.flink.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Iterator;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import kata.harness.lab.StateUse;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StateUseTest {

  private static final FlinkEngine ENGINE = new FlinkEngine();
  private static final Duration HOUR = Duration.ofHours(1);

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static Scenario<ClickEvent> views(int number) {
    ClickStory story = ClickStory.named("crowd", "Many views of one page in one window.");
    for (int i = 0; i < number; i++) {
      story.view("12:%02d:%02d".formatted(i / 60, i % 60), "/home");
    }
    return story.watermark("13:00").done();
  }

  private static <O> StateUse measure(StreamJob<ClickEvent, O> job, int views) throws Exception {
    return ENGINE.stateUse(job, views(views));
  }

  private static DataStream<ClickEvent> lastOfEachHour(DataStream<ClickEvent> views) {
    return views
        .keyBy(ClickEvent::page)
        .window(TumblingEventTimeWindows.of(HOUR))
        .reduce((a, b) -> b);
  }

  @Test
  void a_window_that_reduces_holds_the_same_for_few_and_for_many_events() throws Exception {
    StateUse few = measure(StateUseTest::lastOfEachHour, 10);

    assertThat(few.peak()).isBetween(20L, 500L);
    assertThat(measure(StateUseTest::lastOfEachHour, 99).peak())
        .isBetween(few.peak(), few.peak() + 3);
  }

  @Test
  void a_window_that_holds_its_events_grows_with_them() throws Exception {
    demandGrowth(Plays::count);
  }

  private static <O> void demandGrowth(StreamJob<ClickEvent, O> job) throws Exception {
    assertThat(measure(job, 100).peak()).isGreaterThan(9 * measure(job, 10).peak());
  }

  @Test
  void state_that_is_asked_for_asynchronously_is_measured_as_well() throws Exception {
    StreamJob<ClickEvent, ClickEvent> firstOfEachHour =
        views ->
            views
                .keyBy(ClickEvent::page)
                .enableAsyncState()
                .window(TumblingEventTimeWindows.of(HOUR))
                .<ClickEvent>apply((page, window, all, out) -> out.collect(all.iterator().next()))
                .returns(ClickEvent.class);

    demandGrowth(firstOfEachHour);
    assertThat(measure(firstOfEachHour, 10).left()).isZero();
  }

  @Test
  void windows_that_are_over_leave_nothing() throws Exception {
    StreamJob<ClickEvent, ClickEvent> sessions =
        views ->
            views
                .keyBy(ClickEvent::page)
                .window(EventTimeSessionWindows.withGap(Duration.ofMinutes(10)))
                .reduce((a, b) -> b);

    assertThat(measure(sessions, 5).peak()).isPositive();
    assertThat(measure(sessions, 5).left()).isZero();
    assertThat(measure(StateUseTest::lastOfEachHour, 5).left()).isZero();
  }

  /** Keeps all views, in a list and in a map, and may clear both with the last one. */
  private static final class Keep extends KeyedProcessFunction<String, ClickEvent, ClickEvent> {

    private final int clearAfter;
    private transient ListState<ClickEvent> list;
    private transient MapState<String, Integer> map;
    private int views;

    Keep(int clearAfter) {
      this.clearAfter = clearAfter;
    }

    @Override
    public void open(OpenContext context) {
      list = getRuntimeContext().getListState(new ListStateDescriptor<>("l", ClickEvent.class));
      map =
          getRuntimeContext()
              .getMapState(new MapStateDescriptor<>("m", String.class, Integer.class));
    }

    @Override
    public void processElement(ClickEvent view, Context context, Collector<ClickEvent> out)
        throws Exception {
      list.add(view);
      map.put(view.eventId(), 1);
      views++;
      if (views == clearAfter) {
        list.clear();
        for (int i = 1; i <= views; i++) {
          map.remove("e" + i);
        }
      }
    }
  }

  @Test
  void state_that_is_not_cleared_is_left() throws Exception {
    assertThat(measure(views -> views.keyBy(ClickEvent::page).process(new Keep(9)), 5).left())
        .isGreaterThan(200);
    assertThat(measure(views -> views.keyBy(ClickEvent::page).process(new Keep(5)), 5).left())
        .isZero();
  }

  /** Keeps all views in a map whose entries may expire, and may remove them through an iterator. */
  private static final class KeepForADay
      extends KeyedProcessFunction<String, ClickEvent, ClickEvent> {

    private final boolean removes;
    private transient MapState<String, Integer> map;

    KeepForADay(boolean removes) {
      this.removes = removes;
    }

    @Override
    public void open(OpenContext context) {
      MapStateDescriptor<String, Integer> expiring =
          new MapStateDescriptor<>("m", String.class, Integer.class);
      expiring.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofDays(1)).build());
      map = getRuntimeContext().getMapState(expiring);
    }

    @Override
    public void processElement(ClickEvent view, Context context, Collector<ClickEvent> out)
        throws Exception {
      map.put(view.eventId(), 1);
      for (Iterator<String> views = map.keys().iterator(); removes && views.hasNext(); ) {
        views.next();
        views.remove();
      }
    }
  }

  @Test
  void state_with_a_time_to_live_is_measured_too() throws Exception {
    assertThat(
            measure(views -> views.keyBy(ClickEvent::page).process(new KeepForADay(false)), 5)
                .left())
        .isPositive();
    assertThat(
            measure(views -> views.keyBy(ClickEvent::page).process(new KeepForADay(true)), 5)
                .left())
        .isZero();
  }

  /** Keeps the last view, and clears it when a timer comes. */
  private static final class ClearLater
      extends KeyedProcessFunction<String, ClickEvent, ClickEvent> {

    private final Duration later;
    private transient ValueState<ClickEvent> last;

    ClearLater(Duration later) {
      this.later = later;
    }

    @Override
    public void open(OpenContext context) {
      last = getRuntimeContext().getState(new ValueStateDescriptor<>("last", ClickEvent.class));
    }

    @Override
    public void processElement(ClickEvent view, Context context, Collector<ClickEvent> out)
        throws Exception {
      last.update(view);
      context.timerService().registerEventTimeTimer(context.timestamp() + later.toMillis());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<ClickEvent> out) {
      last.clear();
    }
  }

  @Test
  void state_that_is_cleared_only_because_the_input_ends_is_left() throws Exception {
    Duration soon = Duration.ofMinutes(1);
    Duration tooLate = Duration.ofDays(1);

    assertThat(measure(views -> views.keyBy(ClickEvent::page).process(new ClearLater(soon)), 5))
        .returns(0L, StateUse::left);
    assertThat(
            measure(views -> views.keyBy(ClickEvent::page).process(new ClearLater(tooLate)), 5)
                .left())
        .isPositive();
  }

  @Test
  void a_job_without_state_uses_none() throws Exception {
    assertThat(measure(views -> views.filter(view -> true), 5))
        .isEqualTo(new StateUse(0, 0, "byte"));
  }

  @Test
  void measuring_gives_the_same_again() throws Exception {
    assertThat(measure(Plays::count, 20)).isEqualTo(measure(Plays::count, 20));
  }
}
