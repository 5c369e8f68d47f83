package kata.flink.watermarks;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import kata.datasets.ClickEvent;
import kata.flink.lab.WatermarkJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.eventtime.SerializableTimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** What people get wrong about events from the future. */
public final class FutureEventMisconceptions {

  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
  private static final long BOUND = TWO_MINUTES.toMillis();

  /** Keeps the first watermark, which is behind it, from running below the smallest number. */
  private static final long NOT_YET = Long.MIN_VALUE + BOUND + 1;

  private static final long AHEAD = Duration.ofMinutes(1).toMillis();

  private FutureEventMisconceptions() {}

  private static WatermarkStrategy<ClickEvent> waiting(
      SerializableTimestampAssigner<ClickEvent> assigner) {
    return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(TWO_MINUTES)
        .withTimestampAssigner(assigner);
  }

  private static long claimed(ClickEvent event) {
    return event.eventTime().toEpochMilli();
  }

  private static long believed(ClickEvent event, long arrival) {
    return claimed(event) > arrival + AHEAD ? arrival : claimed(event);
  }

  @Misconception(
      headline = "One view from the future made all that came after it late.",
      when = "every event time is believed.",
      rule = "A watermark never goes back: check a time before it reaches the clock.")
  public static final class BelievesAll implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return waiting(Strategies.EVENT_TIME);
    }
  }

  @Misconception(
      headline = "The clock is well, but views were counted in a window that lies in the future.",
      when = "the generator leaves such a view out, and its timestamp stays.",
      rule = "The timestamp decides the window; only the assigner can change it.",
      hint = 2)
  public static final class OnlyTheClock implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Strategies.Behind(NOT_YET, BOUND + 1) {
                @Override
                void see(ClickEvent event, long timestamp) {
                  long now = context.getInputActivityClock().relativeTimeMillis();
                  super.see(event, Math.min(timestamp, believed(event, now)));
                }
              });
    }
  }

  @Misconception(
      headline = "The views are in the right windows, but the clock was poisoned.",
      when = "the generator reads the event's own time and not the assigned timestamp.",
      rule = "A generator is given the timestamp that was assigned; that is the checked one.",
      hint = 3)
  public static final class OnlyTheTimestamps implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forGenerator(
              context ->
                  new Strategies.Behind(NOT_YET, BOUND + 1) {
                    @Override
                    void see(ClickEvent event, long timestamp) {
                      super.see(event, claimed(event));
                    }
                  })
          .withTimestampAssigner((event, arrival) -> believed(event, arrival));
    }
  }

  @Misconception(
      headline = "A clock that is a bit ahead was not believed.",
      when = "no lead at all is allowed.",
      rule = "Clocks differ by seconds; up to one minute ahead is believed here.",
      hint = 3)
  public static final class NoTolerance implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return waiting((event, arrival) -> Math.min(claimed(event), arrival));
    }
  }

  @Misconception(
      headline = "A view that is exactly a minute ahead was not believed.",
      when = "the limit itself is excluded.",
      rule = "More than one minute is too much; one minute is not more than one minute.",
      hint = 3)
  public static final class LimitExcluded implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return waiting(
          (event, arrival) -> claimed(event) >= arrival + AHEAD ? arrival : claimed(event));
    }
  }

  @Misconception(
      headline = "A view from the future was put a minute after its arrival.",
      when = "a time that is too far ahead is cut to the limit.",
      rule = "A time that is not believed says nothing: the task puts the arrival in its place.",
      hint = 3)
  public static final class CutToTheLimit implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return waiting((event, arrival) -> Math.min(claimed(event), arrival + AHEAD));
    }
  }

  @Misconception(
      headline = "All views were put where they arrived, not where they happened.",
      when = "the arrival is taken for all of them.",
      rule = "Only a time that cannot be is replaced; the others say when it happened.",
      hint = 2)
  public static final class ArrivalForAll implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.forBoundedOutOfOrderness(TWO_MINUTES);
    }
  }

  @Misconception(
      headline = "After a pause no view was believed any more, and a first one always.",
      when = "the lead is measured from the newest view so far.",
      rule = "The newest event may be old or wrong; only the arrival tells what is the future.",
      hint = 2)
  public static final class AheadOfTheNewest implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(TWO_MINUTES)
          .withTimestampAssigner(context -> new ComparesWithNewest(Long.MIN_VALUE));
    }

    private static final class ComparesWithNewest implements TimestampAssigner<ClickEvent> {

      private long newest;

      ComparesWithNewest(long start) {
        this.newest = start;
      }

      @Override
      public long extractTimestamp(ClickEvent event, long arrival) {
        boolean first = newest == Long.MIN_VALUE;
        long time = first || claimed(event) <= newest + AHEAD ? claimed(event) : newest;
        newest = Math.max(newest, time);
        return time;
      }
    }
  }

  @Misconception(
      headline = "A view from the future was put beside the newest view before it.",
      when = "the newest time so far takes the place of one that is not believed.",
      rule = "The arrival takes its place: that is the only other time the view has.",
      hint = 3)
  public static final class NewestTime implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(TWO_MINUTES)
          .withTimestampAssigner(
              context ->
                  new TimestampAssigner<>() {
                    private long newest;

                    @Override
                    public long extractTimestamp(ClickEvent event, long arrival) {
                      long time = claimed(event) > arrival + AHEAD ? newest : claimed(event);
                      newest = Math.max(newest, time);
                      return time;
                    }
                  });
    }
  }

  @Misconception(
      headline = "A sound view was put at its arrival, after one from the future by the same user.",
      when = "a user who has claimed the future once is not believed again.",
      rule = "Each view is judged by itself: a wrong time does not make the next one wrong.",
      hint = 3)
  public static final class NeverBelievedAgain implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(TWO_MINUTES)
          .withTimestampAssigner(
              context ->
                  new TimestampAssigner<>() {
                    private final Set<String> suspects = new HashSet<>();

                    @Override
                    public long extractTimestamp(ClickEvent event, long arrival) {
                      if (claimed(event) > arrival + AHEAD) {
                        suspects.add(event.userId());
                      }
                      return suspects.contains(event.userId()) ? arrival : claimed(event);
                    }
                  });
    }
  }

  @Misconception(
      headline = "Views from long ago were counted as if they had just happened.",
      when = "a time that is far behind the arrival is replaced as well.",
      rule =
          "An event may arrive as late as it likes; what it cannot do is arrive before it"
              + " happened.",
      hint = 2)
  public static final class PastNotBelieved implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return waiting(
          (event, arrival) ->
              Math.abs(claimed(event) - arrival) > AHEAD ? arrival : claimed(event));
    }
  }

  @Misconception(
      headline = "A view from the future was counted in January 1970, or late.",
      when = "a time that is not believed becomes zero.",
      rule = "Zero is a moment like any other, and a very old one.",
      hint = 3)
  public static final class ZeroForTheFuture implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return waiting((event, arrival) -> claimed(event) > arrival + AHEAD ? 0 : claimed(event));
    }
  }

  @Misconception(
      headline = "A view without a timestamp stopped the job.",
      when = "a view is to be dropped by giving it no timestamp.",
      rule = "An assigner cannot drop events, and a window accepts none without a timestamp.",
      hint = 2)
  public static final class NoTimestamp implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return waiting(
          (event, arrival) -> claimed(event) > arrival + AHEAD ? Long.MIN_VALUE : claimed(event));
    }
  }

  @Misconception(
      headline = "A clock that is ten minutes ahead was believed.",
      when = "the limit is an hour.",
      rule =
          "The limit must be smaller than the harm: a clock that is ahead makes all others late.",
      hint = 3)
  public static final class LimitOfAnHour implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return waiting(
          (event, arrival) ->
              claimed(event) > arrival + Duration.ofHours(1).toMillis() ? arrival : claimed(event));
    }
  }

  @Misconception(
      headline = "The future was kept out, but views out of order were late.",
      when = "the bound is gone.",
      rule = "To check the times does not bring them into order: the clock still has to wait.")
  public static final class NoBound implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forMonotonousTimestamps()
          .withTimestampAssigner((event, arrival) -> believed(event, arrival));
    }
  }

  @Misconception(
      headline = "One view from the future made all that came after it late, only a bit later.",
      when = "a larger bound is to make up for clocks that are ahead.",
      rule = "No bound is larger than a wrong date; check the time instead.")
  public static final class LargerBound implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(Duration.ofMinutes(12))
          .withTimestampAssigner(Strategies.EVENT_TIME);
    }
  }

  @Misconception(
      headline = "A view that is a moment more than a minute ahead was believed.",
      when = "the lead is cut to whole seconds or minutes, and compared only then.",
      rule = "Compare moments or milliseconds: a minute and a millisecond are more than a minute.",
      hint = 3)
  public static final class WholeMinutes implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return waiting(
          (event, arrival) -> {
            Duration lead = Duration.between(Instant.ofEpochMilli(arrival), event.eventTime());
            return lead.toMinutes() > 1 ? arrival : claimed(event);
          });
    }
  }

  @Misconception(
      headline = "A view that is a month ahead was believed.",
      when = "the lead is kept in an int of milliseconds.",
      rule = "An int has room for 24 days of milliseconds; what is more comes out negative.",
      hint = 3)
  public static final class LeadAsInt implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return waiting(
          (event, arrival) -> {
            int lead = (int) (claimed(event) - arrival);
            return lead > AHEAD ? arrival : claimed(event);
          });
    }
  }

  @Misconception(
      headline = "A view from years ago was counted as if it had just happened.",
      when = "a time that is more than a day old is replaced as well.",
      rule = "A view from long ago is believed, however old; only the future is not.",
      hint = 2)
  public static final class OldNotBelieved implements WatermarkJob {
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return waiting(
          (event, arrival) -> claimed(event) < arrival - DAY ? arrival : believed(event, arrival));
    }
  }

  @Misconception(
      headline = "The clock stood in December 1969 before anything had come.",
      when = "the newest time starts at zero.",
      rule = "Zero is a moment like any other; before the first event nothing is known.",
      hint = 3)
  public static final class StartsAtZero implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forGenerator(
              context -> new Strategies.Behind(0, BOUND + 1))
          .withTimestampAssigner((event, arrival) -> believed(event, arrival));
    }
  }

  @Misconception(
      headline = "Views from before 1970 did not move the clock.",
      when = "a clock that stands at zero or before counts as one that has not begun.",
      rule = "Times before 1970 are negative; the smallest number stands for no time yet.",
      hint = 3)
  public static final class OnlyAfter1970 implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forGenerator(
              context ->
                  new Strategies.Behind(-1, BOUND + 1) {
                    @Override
                    long watermark() {
                      return newest < 0 ? Long.MIN_VALUE : super.watermark();
                    }
                  })
          .withTimestampAssigner((event, arrival) -> believed(event, arrival));
    }
  }

  @Misconception(
      headline = "A view from the future is in the right window, but did not move the clock.",
      when = "the clock leaves out a view whose time was replaced.",
      rule = "The arrival takes the place of the event time for the window and for the clock.",
      hint = 2)
  public static final class ClockLeavesItOut implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forGenerator(
              context ->
                  new Strategies.Behind(NOT_YET, BOUND + 1) {
                    @Override
                    void see(ClickEvent event, long timestamp) {
                      if (timestamp == claimed(event)) {
                        super.see(event, timestamp);
                      }
                    }
                  })
          .withTimestampAssigner((event, arrival) -> believed(event, arrival));
    }
  }

  @Misconception(
      headline = "A view was believed that was ahead of its arrival, as it lies before today.",
      when = "the lead is measured from System.currentTimeMillis() or Instant.now().",
      rule = "A record brings its arrival along; only that says what was the future then.",
      hint = 2)
  public static final class AheadOfToday implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return waiting(
          (event, arrival) ->
              claimed(event) > System.currentTimeMillis() + AHEAD ? arrival : claimed(event));
    }
  }
}
