package kata.flink.late;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kata.datasets.ClickEvent;
import kata.datasets.VisitorsChange;
import kata.datasets.VisitorsChange.Change;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.PurgingTrigger;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong when they keep a table of results that are corrected. */
public final class ResultTableMisconceptions {

  private ResultTableMisconceptions() {}

  private static DataStream<VisitorsChange> compare(
      DataStream<VisitorsChange> results, TableSteps.Compare compare) {
    return results.keyBy(result -> result.windowStart() + " " + result.page()).process(compare);
  }

  @Misconception(
      headline = "Each correction was inserted as one more row.",
      when = "every result of a window is taken for a new row of the table.",
      rule = "A corrected result replaces the one before it: same window, same page, same row.")
  public static final class InsertsAll implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return TableSteps.visitors(views);
    }
  }

  @Misconception(
      headline = "The new number was added, but the old one was never taken away.",
      when = "a correction has no UPDATE_BEFORE.",
      rule = "Whoever adds the rows up must be told what to subtract before what to add.")
  public static final class NothingTakenAway implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return compare(
          TableSteps.visitors(views),
          new TableSteps.Compare() {
            @Override
            void replace(VisitorsChange result, long before, Collector<VisitorsChange> out) {
              if (before != result.visitors()) {
                out.collect(TableSteps.as(result, Change.UPDATE_AFTER, result.visitors()));
              }
            }
          });
    }
  }

  @Misconception(
      headline = "What was taken away was never in the table.",
      when = "the UPDATE_BEFORE holds the new number.",
      rule = "UPDATE_BEFORE repeats the row as it stands in the table; so it must be remembered.")
  public static final class TakesNewAway implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return compare(
          TableSteps.visitors(views),
          new TableSteps.Compare() {
            @Override
            void replace(VisitorsChange result, long before, Collector<VisitorsChange> out) {
              if (before != result.visitors()) {
                out.collect(TableSteps.as(result, Change.UPDATE_BEFORE, result.visitors()));
                out.collect(TableSteps.as(result, Change.UPDATE_AFTER, result.visitors()));
              }
            }
          });
    }
  }

  @Misconception(
      headline = "The new row came before the old one was taken away.",
      when = "UPDATE_AFTER is sent before UPDATE_BEFORE.",
      rule =
          "Taken away first, put in its place second: in the other order the row ends up missing.")
  public static final class WrongOrder implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return compare(
          TableSteps.visitors(views),
          new TableSteps.Compare() {
            @Override
            void replace(VisitorsChange result, long before, Collector<VisitorsChange> out) {
              if (before != result.visitors()) {
                out.collect(TableSteps.as(result, Change.UPDATE_AFTER, result.visitors()));
                out.collect(TableSteps.as(result, Change.UPDATE_BEFORE, before));
              }
            }
          });
    }
  }

  @Misconception(
      headline = "A correction that changed nothing was written all the same.",
      when = "every correction is written, without a look at what the table holds.",
      rule = "A window fires for each late event, also for one that leaves the result as it is.",
      hint = 2)
  public static final class WritesUnchanged implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return compare(
          TableSteps.visitors(views),
          new TableSteps.Compare() {
            @Override
            void replace(VisitorsChange result, long before, Collector<VisitorsChange> out) {
              out.collect(TableSteps.as(result, Change.UPDATE_BEFORE, before));
              out.collect(TableSteps.as(result, Change.UPDATE_AFTER, result.visitors()));
            }
          });
    }
  }

  @Misconception(
      headline = "An UPDATE_AFTER holds the difference, not the number.",
      when = "the change is taken for what has been added.",
      rule = "A row of the table holds the whole number; the difference is for the reader to find.")
  public static final class WritesDifference implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return compare(
          TableSteps.visitors(views),
          new TableSteps.Compare() {
            @Override
            void replace(VisitorsChange result, long before, Collector<VisitorsChange> out) {
              if (before != result.visitors()) {
                out.collect(TableSteps.as(result, Change.UPDATE_BEFORE, before));
                out.collect(TableSteps.as(result, Change.UPDATE_AFTER, result.visitors() - before));
              }
            }
          });
    }
  }

  @Misconception(
      headline = "The second correction of a row took the first result away once more.",
      when = "the first result is remembered, and never replaced by a corrected one.",
      rule = "After a correction the table holds the corrected number: remember that one.",
      hint = 2)
  public static final class RemembersFirst implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return compare(
          TableSteps.visitors(views),
          new TableSteps.Compare() {
            @Override
            long remember(Long before, long now) {
              return before == null ? now : before;
            }
          });
    }
  }

  @Misconception(
      headline = "The next window of a page replaced the one before it.",
      when = "the table has one row for each page.",
      rule = "What identifies a row is the window and the page together.",
      hint = 2)
  public static final class KeyWithoutWindow implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return TableSteps.visitors(views)
          .keyBy(result -> result.page())
          .process(new TableSteps.Compare());
    }
  }

  @Misconception(
      headline = "One page replaced another in the same window.",
      when = "the table has one row for each window.",
      rule = "What identifies a row is the window and the page together.",
      hint = 2)
  public static final class KeyWithoutPage implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return TableSteps.visitors(views)
          .keyBy(result -> result.windowStart().toString())
          .process(new TableSteps.Compare());
    }
  }

  @Misconception(
      headline = "A correction counts the late visitor alone.",
      when = "the window is purged when it fires, so that a correction starts from nothing.",
      rule =
          "What replaces a row must hold everything that the row held; never purge with updates.",
      hint = 3)
  public static final class PurgesWhenFiring implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return compare(
          TableSteps.visitors(
              views, Windows.LATENESS, PurgingTrigger.of(EventTimeTrigger.create())),
          new TableSteps.Compare());
    }
  }

  @Misconception(
      headline =
          "Two new visitors between two watermarks made one change, and it came with the next one.",
      when = "corrections are gathered until the watermark moves.",
      rule = "A late view fires its window at once; each new number is a change of its own.",
      hint = 2)
  public static final class GathersCorrections implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return compare(
          TableSteps.visitors(views, Windows.LATENESS, new AtNextWatermark()),
          new TableSteps.Compare());
    }

    private static final class AtNextWatermark extends Trigger<Object, TimeWindow> {
      private static final long serialVersionUID = 1L;

      @Override
      public TriggerResult onElement(
          Object view, long time, TimeWindow window, TriggerContext context) {
        long next = context.getCurrentWatermark() + 1;
        context.registerEventTimeTimer(Math.max(window.maxTimestamp(), next));
        return TriggerResult.CONTINUE;
      }

      @Override
      public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context) {
        return TriggerResult.FIRE;
      }

      @Override
      public TriggerResult onProcessingTime(long time, TimeWindow window, TriggerContext context) {
        return TriggerResult.CONTINUE;
      }

      @Override
      public void clear(TimeWindow window, TriggerContext context) {
        context.deleteEventTimeTimer(window.maxTimestamp());
      }
    }
  }

  @Misconception(
      headline = "Late views are missing: the table was never corrected.",
      when = "no lateness is allowed, and a key alone is expected to bring corrections.",
      rule = "An upsert needs a second result to put in place; a window that is gone gives none.")
  public static final class NoLateness implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return compare(
          TableSteps.visitors(views, Duration.ZERO, EventTimeTrigger.create()),
          new TableSteps.Compare());
    }
  }

  @Misconception(
      headline = "The table was corrected for longer than two minutes.",
      when = "corrections are allowed for five minutes, the size of the window.",
      rule = "Lateness counts from the end of the window, and has its own length: two minutes.")
  public static final class LatenessTooLong implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return compare(
          TableSteps.visitors(views, Windows.FIVE_MINUTES, EventTimeTrigger.create()),
          new TableSteps.Compare());
    }
  }

  /** Returns a view that somebody else made. */
  private static ClickEvent by(String user, ClickEvent view) {
    return new ClickEvent(
        view.eventId(),
        user,
        view.sessionId(),
        view.eventType(),
        view.page(),
        view.eventTime(),
        view.country(),
        view.device());
  }

  @Misconception(
      headline = "A visitor who took up another device was counted twice.",
      when = "sessions are counted for people.",
      rule = "A session is that of a browser; visitors are different users.")
  public static final class SessionsForPeople implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return new ResultTable().build(views.map(view -> by(view.sessionId(), view)));
    }
  }

  @Misconception(
      headline = "Views were counted, not visitors.",
      when = "each view adds one to the number, whoever made it.",
      rule = "The visitors of a page are the different users who viewed it.")
  public static final class CountsViews implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return new ResultTable().build(views.map(view -> by(view.eventId(), view)));
    }
  }

  @Misconception(
      headline = "Two visitors were counted as one.",
      when = "users are told apart by the hash codes of their names.",
      rule =
          "Different names may have the same hash code, like Aa and BB: gather the names"
              + " themselves.")
  public static final class HashCodesForPeople implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return new ResultTable()
          .build(views.map(view -> by(String.valueOf(view.userId().hashCode()), view)));
    }
  }

  @Misconception(
      headline = "A window also counted the visitors of other windows of its page.",
      when = "users are gathered in state that belongs to the page, not to the window.",
      rule =
          "State of the key is shared by all windows of a page; each window needs users of its"
              + " own.",
      hint = 3)
  public static final class UsersOfThePage implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return compare(
          views
              .keyBy(ClickEvent::page)
              .window(Windows.five())
              .allowedLateness(Windows.LATENESS)
              .process(new CountUsers()),
          new TableSteps.Compare());
    }

    private static final class CountUsers extends TableSteps.CountVisitors {
      private static final MapStateDescriptor<String, Boolean> USERS =
          new MapStateDescriptor<>("users", String.class, Boolean.class);

      @Override
      long number(Context context, Iterable<ClickEvent> views) throws Exception {
        MapState<String, Boolean> users = context.globalState().getMapState(USERS);
        for (ClickEvent view : views) {
          users.put(view.userId(), true);
        }
        long number = 0;
        for (String ignored : users.keys()) {
          number++;
        }
        return number;
      }
    }
  }

  @Misconception(
      headline = "The first result of a row replaced another row.",
      when = "the number in the table is kept in a field of the function, and not in its state.",
      rule = "One object of a function serves many keys; only its state belongs to one of them.",
      hint = 2)
  public static final class NumberInField implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return TableSteps.visitors(views)
          .keyBy(result -> result.windowStart() + " " + result.page())
          .flatMap(new CompareWithField());
    }

    private static final class CompareWithField
        implements FlatMapFunction<VisitorsChange, VisitorsChange> {

      private Long before;

      @Override
      public void flatMap(VisitorsChange result, Collector<VisitorsChange> out) {
        if (before == null) {
          out.collect(result);
        } else if (before != result.visitors()) {
          out.collect(TableSteps.as(result, Change.UPDATE_BEFORE, before));
          out.collect(TableSteps.as(result, Change.UPDATE_AFTER, result.visitors()));
        }
        before = result.visitors();
      }
    }
  }

  @Misconception(
      headline = "After a failure, rows that the table held were inserted again.",
      when = "the numbers in the table are kept in a map that is a field of the function.",
      rule = "Only what is in Flink's state is in a checkpoint. A field starts anew.",
      hint = 2)
  public static final class NumbersInMap implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return TableSteps.visitors(views).flatMap(new CompareWithMap());
    }

    private static final class CompareWithMap
        implements FlatMapFunction<VisitorsChange, VisitorsChange> {

      private final Map<String, Long> table = new HashMap<>();

      @Override
      public void flatMap(VisitorsChange result, Collector<VisitorsChange> out) {
        Long before = table.put(result.windowStart() + " " + result.page(), result.visitors());
        if (before == null) {
          out.collect(result);
        } else if (before != result.visitors()) {
          out.collect(TableSteps.as(result, Change.UPDATE_BEFORE, before));
          out.collect(TableSteps.as(result, Change.UPDATE_AFTER, result.visitors()));
        }
      }
    }
  }

  @Misconception(
      headline = "A number that stayed the same was replaced once it was large.",
      when = "two Longs are compared by == or !=.",
      rule = "That asks for the same object, and Java shares those up to 127 only: use equals.",
      hint = 2)
  public static final class ComparesObjects implements StreamJob<ClickEvent, VisitorsChange> {
    @Override
    public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
      return compare(
          TableSteps.visitors(views),
          new TableSteps.Compare() {
            @Override
            void replace(VisitorsChange result, long before, Collector<VisitorsChange> out) {
              Long old = before;
              Long now = result.visitors();
              if (old != now) {
                out.collect(TableSteps.as(result, Change.UPDATE_BEFORE, old));
                out.collect(TableSteps.as(result, Change.UPDATE_AFTER, now));
              }
            }
          });
    }
  }
}
