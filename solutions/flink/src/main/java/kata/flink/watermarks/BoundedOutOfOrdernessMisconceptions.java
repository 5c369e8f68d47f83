package kata.flink.watermarks;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import kata.datasets.ClickEvent;
import kata.flink.lab.WatermarkJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** What people get wrong when they wait for events that are out of order. */
public final class BoundedOutOfOrdernessMisconceptions {

  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
  private static final long BOUND = TWO_MINUTES.toMillis();

  private BoundedOutOfOrdernessMisconceptions() {}

  private static WatermarkStrategy<ClickEvent> stock(Duration bound) {
    return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(bound)
        .withTimestampAssigner(Strategies.EVENT_TIME);
  }

  @Misconception(
      headline = "The clock ran with the newest view; what came out of order was late.",
      when = "timestamps are taken to be in ascending order.",
      rule = "The bound is how long the clock waits; without one, whatever is older may be late.")
  public static final class NoBound implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forMonotonousTimestamps()
          .withTimestampAssigner(Strategies.EVENT_TIME);
    }
  }

  @Misconception(
      headline = "The clock is two seconds behind the newest view, not two minutes.",
      when = "the bound is given in another unit of time.",
      rule = "A duration carries its unit: two minutes are 120 seconds or 120,000 milliseconds.")
  public static final class BoundInSeconds implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return stock(Duration.ofSeconds(2));
    }
  }

  @Misconception(
      headline = "The clock is one millisecond early.",
      when = "the watermark is the newest time less the bound, without the last millisecond.",
      rule = "A watermark says that nothing as old as itself comes; what is just in time may come.",
      hint = 3)
  public static final class LastMillisecondForgotten implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(context -> new Strategies.Behind(Long.MIN_VALUE + BOUND, BOUND));
    }
  }

  @Misconception(
      headline = "The clock is one millisecond late.",
      when = "the last millisecond is taken off twice.",
      rule = "The stock strategy takes off the bound and one millisecond by itself.",
      hint = 3)
  public static final class LastMillisecondTwice implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return stock(TWO_MINUTES.plusMillis(1));
    }
  }

  @Misconception(
      headline = "The view that came last decided, and not the newest one.",
      when = "the clock follows the last event.",
      rule = "The clock follows the newest event time so far; an old event does not move it.",
      hint = 2)
  public static final class LastEventDecides implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Strategies.Periodic() {
                private long last = Long.MIN_VALUE + BOUND + 1;

                @Override
                void see(ClickEvent event, long timestamp) {
                  last = timestamp;
                }

                @Override
                long watermark() {
                  return last - BOUND - 1;
                }
              });
    }
  }

  @Misconception(
      headline = "The clock stands at the oldest view and does not move.",
      when = "the smallest time so far is kept.",
      rule = "Time has come as far as the newest event says, less the bound.",
      hint = 2)
  public static final class OldestDecides implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Strategies.Periodic() {
                private long oldest = Long.MAX_VALUE;

                @Override
                void see(ClickEvent event, long timestamp) {
                  oldest = Math.min(oldest, timestamp);
                }

                @Override
                long watermark() {
                  return oldest == Long.MAX_VALUE ? Long.MIN_VALUE : oldest - BOUND - 1;
                }
              });
    }
  }

  @Misconception(
      headline = "There was a watermark of 1969 before the first view came.",
      when = "the newest time starts at zero.",
      rule = "Zero is a moment like any other; before the first event nothing is known.",
      hint = 3)
  public static final class StartsAtZero implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(context -> new Strategies.Behind(0, BOUND + 1));
    }
  }

  @Misconception(
      headline = "The clock was at the end of time before anything had come.",
      when = "the bound is taken off the smallest number there is.",
      rule = "Numbers wrap around: the smallest less one is the greatest. Start above the bound.",
      hint = 3)
  public static final class StartWrapsAround implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(context -> new Strategies.Behind(Long.MIN_VALUE, BOUND + 1));
    }
  }

  @Misconception(
      headline = "Views were put where they arrived, not where they happened.",
      when = "no timestamp assigner is given.",
      rule = "Without an assigner an event keeps the time that the source gave to its record.",
      hint = 2)
  public static final class NoAssigner implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.forBoundedOutOfOrderness(TWO_MINUTES);
    }
  }

  @Misconception(
      headline = "The clock is ahead of the newest view.",
      when = "the bound is added to the newest time.",
      rule = "To wait means to stay behind: take the bound off.",
      hint = 2)
  public static final class BoundAdded implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(context -> new Strategies.Behind(Long.MIN_VALUE + BOUND, -BOUND));
    }
  }

  @Misconception(
      headline = "The clock went on while no view came.",
      when = "the watermark is the time of the machine less the bound.",
      rule = "Event time moves with events; a pause or a replay must not make them late.")
  public static final class ClockOfTheMachine implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Strategies.Periodic() {
                @Override
                void see(ClickEvent event, long timestamp) {}

                @Override
                long watermark() {
                  return context.getInputActivityClock().relativeTimeMillis() - BOUND - 1;
                }
              });
    }
  }

  @Misconception(
      headline = "The windows lie in January 1970.",
      when = "the time of an event is given in seconds.",
      rule = "Event time is counted in milliseconds since 1970.",
      hint = 2)
  public static final class SecondsForMilliseconds implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(TWO_MINUTES)
          .withTimestampAssigner((event, arrival) -> event.eventTime().getEpochSecond());
    }
  }

  @Misconception(
      headline = "Views were counted two minutes before they happened.",
      when = "the bound is taken off the timestamps.",
      rule = "A timestamp says when it happened; only the watermark stays behind.",
      hint = 2)
  public static final class BoundInTheTimestamps implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forMonotonousTimestamps()
          .withTimestampAssigner((event, arrival) -> event.eventTime().toEpochMilli() - BOUND);
    }
  }

  @Misconception(
      headline = "The clock is five minutes behind the newest view, not two.",
      when = "the bound is the size of the window.",
      rule =
          "The bound tells how far events are out of order; the window's size is another matter.")
  public static final class BoundOfTheWindow implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return stock(Duration.ofMinutes(5));
    }
  }

  @Misconception(
      headline = "The page that is behind held the clock back.",
      when = "each page has a clock, and the slowest one counts.",
      rule = "The clock belongs to the input, not to a key: the newest event of all moves it.",
      hint = 2)
  public static final class ClockForEachPage implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Strategies.Periodic() {
                private final Map<String, Long> newest = new HashMap<>();

                @Override
                void see(ClickEvent event, long timestamp) {
                  newest.merge(event.page(), timestamp, Math::max);
                }

                @Override
                long watermark() {
                  return newest.isEmpty()
                      ? Long.MIN_VALUE
                      : Collections.min(newest.values()) - BOUND - 1;
                }
              });
    }
  }

  @Misconception(
      headline = "The clock never moved: every row came out only because the input ended.",
      when = "the strategy makes no watermarks.",
      rule = "Timestamps say when events happened; without watermarks no window is ever complete.")
  public static final class NoWatermarks implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>noWatermarks()
          .withTimestampAssigner(Strategies.EVENT_TIME);
    }
  }
}
