package kata.flink.watermarks;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.flink.lab.WatermarkJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.RelativeClock;

/** What people get wrong about inputs from which nothing comes. */
public final class SilentInputMisconceptions {

  private static final Duration ONE_MINUTE = Duration.ofMinutes(1);
  private static final long BOUND = ONE_MINUTE.toMillis();
  private static final long SILENCE = Duration.ofMinutes(5).toMillis();

  /** Keeps the first watermark, which is behind it, from running below the smallest number. */
  private static final long NOT_YET = Long.MIN_VALUE + BOUND + 1;

  private SilentInputMisconceptions() {}

  private static WatermarkStrategy<ClickEvent> stock(Duration bound) {
    return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(bound)
        .withTimestampAssigner(Strategies.EVENT_TIME);
  }

  /** Stays a minute behind the newest event, and is idle when it has heard nothing for too long. */
  private static class Listening implements WatermarkGenerator<ClickEvent> {

    final RelativeClock clock;
    long newest = NOT_YET;
    long heard;

    Listening(WatermarkGeneratorSupplier.Context context) {
      this.clock = context.getInputActivityClock();
      this.heard = clock.relativeTimeMillis();
    }

    boolean isSilent() {
      return clock.relativeTimeMillis() - heard > SILENCE;
    }

    @Override
    public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
      newest = Math.max(newest, timestamp);
      heard = clock.relativeTimeMillis();
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      if (isSilent()) {
        onSilence(output);
      } else {
        output.emitWatermark(new Watermark(newest - BOUND - 1));
      }
    }

    void onSilence(WatermarkOutput output) {
      output.markIdle();
    }
  }

  @Misconception(
      headline = "The silent partition held back all windows.",
      when = "no partition is ever left out, or only by System.nanoTime().",
      rule = "The clock is the minimum over all partitions; one without events holds all others.")
  public static final class NoIdleness implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return stock(ONE_MINUTE);
    }
  }

  @Misconception(
      headline = "The silent partition still held back the windows, only with more patience.",
      when = "the bound is made greater instead of leaving out the silent partition.",
      rule = "A bound is for events that come late; it does nothing where no event comes at all.")
  public static final class GreaterBound implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return stock(Duration.ofMinutes(5));
    }
  }

  @Misconception(
      headline = "A partition that only paused was left out, and then its views were late.",
      when = "five seconds of silence are enough.",
      rule = "Idleness must be longer than the usual pauses of a partition.",
      hint = 2)
  public static final class IdleAfterSeconds implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return stock(ONE_MINUTE).withIdleness(Duration.ofSeconds(5));
    }
  }

  @Misconception(
      headline = "A partition was left out as soon as nothing came from it in one step.",
      when = "a partition is idle if it had no event since the generator was last asked.",
      rule = "A generator is asked several times a second; no event since then is no silence.",
      hint = 2)
  public static final class IdleAtOnce implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Listening(context) {
                private boolean spoke;

                @Override
                public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
                  super.onEvent(event, timestamp, output);
                  spoke = true;
                }

                @Override
                boolean isSilent() {
                  return !spoke;
                }

                @Override
                public void onPeriodicEmit(WatermarkOutput output) {
                  super.onPeriodicEmit(output);
                  spoke = false;
                }
              });
    }
  }

  @Misconception(
      headline = "The clock went on although nothing came from anywhere.",
      when = "silence moves the clock on with the time of the machine.",
      rule = "Idleness leaves a partition out; it never moves time by itself.",
      hint = 2)
  public static final class SilenceMovesTime implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Listening(context) {
                @Override
                void onSilence(WatermarkOutput output) {
                  output.emitWatermark(new Watermark(clock.relativeTimeMillis() - BOUND - 1));
                }
              });
    }
  }

  @Misconception(
      headline = "The silent partition counted as finished for ever.",
      when = "a silent partition sends the last watermark there is.",
      rule = "A watermark is a promise and cannot be taken back; silence promises nothing.",
      hint = 2)
  public static final class SilenceEndsTime implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Listening(context) {
                @Override
                void onSilence(WatermarkOutput output) {
                  output.emitWatermark(Watermark.MAX_WATERMARK);
                }
              });
    }
  }

  @Misconception(
      headline = "A partition that came back was not waited for.",
      when = "a partition that was idle once is left out for good.",
      rule = "A partition counts again from its first event after the silence.",
      hint = 3)
  public static final class IdleForGood implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Listening(context) {
                private boolean idle;

                @Override
                boolean isSilent() {
                  idle |= super.isSilent();
                  return idle;
                }
              });
    }
  }

  @Misconception(
      headline = "A partition that fell silent for the second time held back all windows.",
      when = "a partition is marked as idle only once, because a flag is never taken back.",
      rule = "Each event ends a silence, and another one may follow: tell Flink each time.",
      hint = 3)
  public static final class IdleOnlyOnce implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Listening(context) {
                private boolean marked;

                @Override
                void onSilence(WatermarkOutput output) {
                  if (!marked) {
                    output.markIdle();
                    marked = true;
                  }
                }
              });
    }
  }

  @Misconception(
      headline = "A partition from which nothing had ever come held back all windows.",
      when = "silence is measured only from the first event of a partition on.",
      rule = "A partition may be silent from the start: its silence begins with its generator.",
      hint = 3)
  public static final class WaitsForTheFirstEvent implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Listening(context) {
                @Override
                boolean isSilent() {
                  return newest > NOT_YET && super.isSilent();
                }
              });
    }
  }

  @Misconception(
      headline = "A partition that speaks of long ago was taken for a silent one.",
      when = "silence is measured with the times of the events.",
      rule = "Silence is a matter of the machine's clock: when did something last arrive?",
      hint = 2)
  public static final class SilenceInEventTime implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Listening(context) {
                @Override
                boolean isSilent() {
                  return newest > 0
                      ? clock.relativeTimeMillis() - newest > SILENCE
                      : super.isSilent();
                }
              });
    }
  }

  @Misconception(
      headline = "The quickest partition set the clock for all.",
      when = "the newest event of any partition moves the clocks of all.",
      rule = "Each partition has its own clock, and the slowest that is not idle counts.",
      hint = 2)
  public static final class OneClockForAll implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return new Shared();
    }

    private static final class Shared implements WatermarkStrategy<ClickEvent> {

      private static final long serialVersionUID = 1L;

      private transient WatermarkGenerator<ClickEvent> shared;

      @Override
      public TimestampAssigner<ClickEvent> createTimestampAssigner(
          TimestampAssignerSupplier.Context context) {
        return Strategies.EVENT_TIME;
      }

      @Override
      public WatermarkGenerator<ClickEvent> createWatermarkGenerator(
          WatermarkGeneratorSupplier.Context context) {
        if (shared == null) {
          shared = stock(ONE_MINUTE).createWatermarkGenerator(context);
        }
        return shared;
      }
    }
  }

  @Misconception(
      headline = "Views up to a minute out of order were late.",
      when = "there is idleness, but no bound.",
      rule = "Idleness is for partitions without events, the bound for events out of order.")
  public static final class NoBound implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return stock(Duration.ZERO).withIdleness(Duration.ofMinutes(5));
    }
  }

  @Misconception(
      headline = "Views were put where they arrived, not where they happened.",
      when = "no timestamp assigner is given.",
      rule = "Without an assigner an event keeps the time that the source gave to its record.",
      hint = 3)
  public static final class NoAssigner implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(ONE_MINUTE)
          .withIdleness(Duration.ofMinutes(5));
    }
  }

  @Misconception(
      headline = "A silent partition was left out a minute too late.",
      when = "the bound is added to the five minutes of silence.",
      rule = "Idleness goes by the clock of the machine; the bound is for the times of events.",
      hint = 3)
  public static final class BoundOnTop implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return stock(ONE_MINUTE).withIdleness(Duration.ofMinutes(5).plus(ONE_MINUTE));
    }
  }

  @Misconception(
      headline = "A partition that had been silent for exactly five minutes was left out.",
      when = "the limit itself counts as too long a silence.",
      rule = "More than five minutes is too long; five minutes are not more than five minutes.",
      hint = 3)
  public static final class LimitIsTooLong implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Listening(context) {
                @Override
                boolean isSilent() {
                  return clock.relativeTimeMillis() - heard >= SILENCE;
                }
              });
    }
  }

  @Misconception(
      headline = "A partition that brought only old views was taken for a silent one.",
      when = "only a view that is newer than all before it ends a silence.",
      rule = "Whatever comes from a partition shows that it is alive, however old it is.",
      hint = 3)
  public static final class OldViewsUnheard implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Listening(context) {
                @Override
                public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
                  if (timestamp > newest) {
                    super.onEvent(event, timestamp, output);
                  }
                }
              });
    }
  }

  @Misconception(
      headline = "The clock stood in December 1969 before anything had come.",
      when = "the newest time of a partition starts at zero.",
      rule = "Zero is a moment like any other; before the first event nothing is known.",
      hint = 3)
  public static final class StartsAtZero implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context -> {
            Listening generator = new Listening(context);
            generator.newest = 0;
            return generator;
          });
    }
  }

  @Misconception(
      headline = "The view that came last decided, and not the newest one.",
      when = "the clock of a partition follows its last event.",
      rule = "The clock follows the newest event time so far; an old event does not move it.",
      hint = 2)
  public static final class LastEventDecides implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Listening(context) {
                @Override
                public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
                  super.onEvent(event, timestamp, output);
                  newest = timestamp;
                }
              });
    }
  }

  @Misconception(
      headline = "The silent partition held back all windows.",
      when = "silence is measured by System.nanoTime() or System.currentTimeMillis().",
      rule = "The context of a generator has a clock for that; any other cannot be replayed.",
      hint = 3,
      sameAs = "NoIdleness")
  public static final class OtherClock implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Listening(context) {
                private long spoke = System.nanoTime();

                @Override
                public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
                  super.onEvent(event, timestamp, output);
                  spoke = System.nanoTime();
                }

                @Override
                boolean isSilent() {
                  return System.nanoTime() - spoke > SILENCE * 1_000_000;
                }
              });
    }
  }
}
