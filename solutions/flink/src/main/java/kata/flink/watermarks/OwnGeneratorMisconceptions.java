package kata.flink.watermarks;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.flink.lab.WatermarkJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** What people get wrong when they write a generator for heartbeats. */
public final class OwnGeneratorMisconceptions {

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private OwnGeneratorMisconceptions() {}

  private static boolean isHeartbeat(ClickEvent event) {
    return event.eventType() == EventType.HEARTBEAT;
  }

  /** Emits with heartbeats, but not what it should. */
  private abstract static class AtHeartbeat extends Strategies.Punctuated {

    long newestView = Long.MIN_VALUE + 1;

    /** Returns the watermark for a heartbeat; {@link Long#MIN_VALUE} for none. */
    abstract long watermark(long heartbeat);

    @Override
    public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
      if (isHeartbeat(event)) {
        output.emitWatermark(new Watermark(watermark(timestamp)));
      } else {
        newestView = Math.max(newestView, timestamp);
      }
    }
  }

  @Misconception(
      headline = "Views moved the clock.",
      when = "each event moves time, whatever its type.",
      rule = "A heartbeat makes a promise; a view tells only about itself.")
  public static final class EveryEventMovesTime implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Strategies.Punctuated() {
                @Override
                public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
                  output.emitWatermark(new Watermark(timestamp - 1));
                }
              });
    }
  }

  @Misconception(
      headline = "Views moved the clock, whenever it was asked.",
      when = "the stock strategy for ascending timestamps takes heartbeats for events.",
      rule = "The stock strategies treat all events alike; here only heartbeats may move time.")
  public static final class StockStrategy implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forMonotonousTimestamps()
          .withTimestampAssigner(Strategies.EVENT_TIME);
    }
  }

  @Misconception(
      headline = "The clock moved too late: what came right behind a heartbeat was still in time.",
      when = "the generator keeps the heartbeat until it is asked.",
      rule = "A periodic watermark waits for the next call; a punctuated one goes with the event.",
      hint = 2)
  public static final class WaitsToBeAsked implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Strategies.Periodic() {
                private long heartbeat = Long.MIN_VALUE + 1;

                @Override
                void see(ClickEvent event, long timestamp) {
                  if (isHeartbeat(event)) {
                    heartbeat = Math.max(heartbeat, timestamp);
                  }
                }

                @Override
                long watermark() {
                  return heartbeat - 1;
                }
              });
    }
  }

  @Misconception(
      headline = "A view of the very time of a heartbeat was not expected any more.",
      when = "the watermark is the heartbeat's time itself.",
      rule = "A watermark also completes its own millisecond; the heartbeat spoke of before.",
      hint = 3)
  public static final class LastMillisecondForgotten implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new AtHeartbeat() {
                @Override
                long watermark(long heartbeat) {
                  return heartbeat;
                }
              });
    }
  }

  @Misconception(
      headline = "A view of the very time of a heartbeat moved the clock.",
      when = "a view of that time is taken for the last one of its millisecond.",
      rule = "Several views may have the same time, and a view promises nothing about the others.")
  public static final class ViewOfThatTimeMoves implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new AtHeartbeat() {
                private long newest = Long.MIN_VALUE;

                @Override
                long watermark(long heartbeat) {
                  newest = Math.max(newest, heartbeat);
                  return newest - 1;
                }

                @Override
                public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
                  super.onEvent(event, timestamp, output);
                  if (!isHeartbeat(event) && timestamp == newest) {
                    output.emitWatermark(new Watermark(newest));
                  }
                }
              });
    }
  }

  @Misconception(
      headline = "The clock went to the newest view, not to the heartbeat.",
      when = "a heartbeat only gives the signal to emit what was seen.",
      rule = "The heartbeat's own time is the news; views may be ahead of it or behind.",
      hint = 3)
  public static final class NewestViewAtHeartbeat implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new AtHeartbeat() {
                @Override
                long watermark(long heartbeat) {
                  return newestView - 1;
                }
              });
    }
  }

  @Misconception(
      headline = "The clock waited although a heartbeat had come.",
      when = "a heartbeat counts only if no view is newer.",
      rule = "A heartbeat says that all from before is there; what is newer is no objection.",
      hint = 3)
  public static final class NotBehindAView implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new AtHeartbeat() {
                @Override
                long watermark(long heartbeat) {
                  return heartbeat >= newestView ? heartbeat - 1 : Long.MIN_VALUE;
                }
              });
    }
  }

  @Misconception(
      headline = "The first heartbeat closed everything for ever.",
      when = "a heartbeat sends the last watermark there is.",
      rule = "A watermark is a promise that cannot be taken back; promise no more than you know.",
      hint = 3)
  public static final class EndOfTime implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new AtHeartbeat() {
                @Override
                long watermark(long heartbeat) {
                  return Long.MAX_VALUE;
                }
              });
    }
  }

  @Misconception(
      headline = "The windows came out later than the heartbeats allow.",
      when = "a minute of patience is taken off each heartbeat.",
      rule = "A bound is a guess where nobody knows better; a heartbeat knows.",
      hint = 3)
  public static final class PatienceOnTop implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new AtHeartbeat() {
                @Override
                long watermark(long heartbeat) {
                  return heartbeat - MINUTE - 1;
                }
              });
    }
  }

  @Misconception(
      headline = "The clock stops only at full minutes.",
      when = "the heartbeat's time is cut to minutes.",
      rule = "Event time is exact to the millisecond; do not round a watermark.",
      hint = 3)
  public static final class FullMinutes implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new AtHeartbeat() {
                @Override
                long watermark(long heartbeat) {
                  return Math.floorDiv(heartbeat, MINUTE) * MINUTE - 1;
                }
              });
    }
  }

  @Misconception(
      headline = "Times before 1970 were taken for no times at all.",
      when = "only a heartbeat with a positive time moves the clock.",
      rule = "Zero is a moment like any other; the smallest number stands for no watermark.",
      hint = 3)
  public static final class OnlyAfter1970 implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new AtHeartbeat() {
                private long last;

                @Override
                long watermark(long heartbeat) {
                  last = Math.max(last, heartbeat);
                  return last == 0 ? Long.MIN_VALUE : last - 1;
                }
              });
    }
  }

  @Misconception(
      headline = "The clock showed when a heartbeat came, not what it said.",
      when = "a heartbeat has no event time and takes that of its arrival.",
      rule = "A heartbeat is late like any event; only the time inside it is a promise.",
      hint = 2)
  public static final class HeartbeatsByArrival implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forGenerator(
              context ->
                  new AtHeartbeat() {
                    @Override
                    long watermark(long heartbeat) {
                      return heartbeat - 1;
                    }
                  })
          .withTimestampAssigner(
              (event, arrival) -> isHeartbeat(event) ? arrival : event.eventTime().toEpochMilli());
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
      return WatermarkStrategy.forGenerator(
          context ->
              new AtHeartbeat() {
                @Override
                long watermark(long heartbeat) {
                  return heartbeat - 1;
                }
              });
    }
  }

  @Misconception(
      headline = "The clock stopped after the first heartbeat.",
      when = "only one watermark is ever sent.",
      rule = "Each heartbeat moves time on; a generator lives as long as its input.",
      hint = 3)
  public static final class FirstHeartbeatOnly implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new AtHeartbeat() {
                private boolean sent;

                @Override
                long watermark(long heartbeat) {
                  boolean first = !sent;
                  sent = true;
                  return first ? heartbeat - 1 : Long.MIN_VALUE;
                }
              });
    }
  }

  @Misconception(
      headline = "The clock never moved: every row came out only because the input ended.",
      when = "no heartbeat is recognised.",
      rule = "A heartbeat is known by its type; nothing else may close a window here.")
  public static final class HeartbeatsNotSeen implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Strategies.Punctuated() {
                @Override
                public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
                  if (event.page().contains("heartbeat")) {
                    output.emitWatermark(new Watermark(timestamp - 1));
                  }
                }
              });
    }
  }

  /** Remembers the newest heartbeat from some start on, and says it with it and when asked. */
  private static final class SaysItAgain implements WatermarkGenerator<ClickEvent> {

    private long newest;

    SaysItAgain(long start) {
      this.newest = start;
    }

    @Override
    public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
      if (isHeartbeat(event)) {
        newest = Math.max(newest, timestamp);
        onPeriodicEmit(output);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(new Watermark(newest - 1));
    }
  }

  @Misconception(
      headline = "There was a watermark of 1969 before the first heartbeat came.",
      when = "the newest heartbeat starts at zero.",
      rule = "Zero is a moment like any other; before the first heartbeat nothing is known.",
      hint = 3)
  public static final class StartsAtZero implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(context -> new SaysItAgain(0));
    }
  }

  @Misconception(
      headline = "The clock was at the end of time before a heartbeat had come.",
      when = "a millisecond is taken off the smallest number there is.",
      rule = "Numbers wrap around: the smallest less one is the greatest. Start one above it.",
      hint = 3)
  public static final class StartWrapsAround implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(context -> new SaysItAgain(Long.MIN_VALUE));
    }
  }

  @Misconception(
      headline = "A late view was counted in the window of the last heartbeat.",
      when = "a view that is older than the last heartbeat is given the time of the heartbeat.",
      rule = "The time of a view is when it happened; one that comes too late is late.",
      hint = 2)
  public static final class LiftsLateViews implements WatermarkJob {
    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forGenerator(
              context -> new SaysItAgain(Long.MIN_VALUE + 1))
          .withTimestampAssigner(
              context ->
                  new TimestampAssigner<>() {
                    private long newest = Long.MIN_VALUE;

                    @Override
                    public long extractTimestamp(ClickEvent event, long arrival) {
                      long time = Math.max(newest, event.eventTime().toEpochMilli());
                      newest = isHeartbeat(event) ? time : newest;
                      return time;
                    }
                  });
    }
  }
}
