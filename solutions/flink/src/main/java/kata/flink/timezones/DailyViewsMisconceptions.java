package kata.flink.timezones;

import static kata.flink.timezones.LocalDays.BERLIN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingProcessingTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong when they count by the days of another time zone. */
public final class DailyViewsMisconceptions {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant FORWARD = Instant.parse("2024-03-31T01:00:00Z");
  private static final Instant BACK = Instant.parse("2024-10-27T01:00:00Z");

  private DailyViewsMisconceptions() {}

  /** Returns how far Berlin is ahead of UTC, if the clocks only ever changed in 2024. */
  private static ZoneOffset offsetOf2024(Instant time) {
    boolean summer = !time.isBefore(FORWARD) && time.isBefore(BACK);
    return ZoneOffset.ofHours(summer ? 2 : 1);
  }

  private static Instant midnightOf2024(LocalDate date) {
    ZoneOffset offset = offsetOf2024(date.atStartOfDay().toInstant(ZoneOffset.ofHours(1)));
    return date.atStartOfDay().toInstant(offset);
  }

  private static DataStream<PageCount> shifted(DataStream<ClickEvent> views, int hours) {
    return LocalDays.count(views, TumblingEventTimeWindows.of(DAY, Duration.ofHours(hours)));
  }

  @Misconception(
      headline = "Your days begin at midnight in UTC, not in Berlin.",
      when = "a day is a window of 24 hours without more ado.",
      rule =
          "Windows are aligned to 1970-01-01T00:00Z; the engine knows nothing of local midnights.")
  public static final class UtcDays implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(views, TumblingEventTimeWindows.of(DAY));
    }
  }

  @Misconception(
      headline = "Winter days are right; from the end of March on they begin an hour late.",
      when = "the offset of standard time is used all year.",
      rule = "An offset is not a time zone: Berlin is one hour ahead in winter, and two in summer.")
  public static final class StandardTimeInSummer implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return shifted(views, -1);
    }
  }

  @Misconception(
      headline = "Summer days are right; winter days begin an hour early.",
      when = "the offset of summer time is used all year.",
      rule = "An offset is not a time zone: Berlin is one hour ahead in winter, and two in summer.")
  public static final class SummerTimeInWinter implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return shifted(views, -2);
    }
  }

  @Misconception(
      headline = "The days of 2024 are right; those of the next year may be an hour off.",
      when = "the days on which the clocks change are written into the job.",
      rule = "The clocks change on another date each year; the rules of a time zone know it.")
  public static final class DatesOf2024 implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(
          views,
          new LocalDays(
              time -> {
                LocalDate date = LocalDate.ofInstant(time, offsetOf2024(time));
                return LocalDays.window(midnightOf2024(date), midnightOf2024(date.plusDays(1)));
              }));
    }
  }

  @Misconception(
      headline = "Your days begin after midnight UTC; in Berlin they begin before it.",
      when = "the offset has the wrong sign.",
      rule =
          "East of Greenwich midnight comes earlier, so that the offset of a window is negative.")
  public static final class WrongSign implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return shifted(views, 1);
    }
  }

  @Misconception(
      headline = "The day of a clock change is torn apart, into two windows that overlap.",
      when = "the offset at the moment of the view is used to find midnight.",
      rule = "On the day of a change, midnight has another offset than the hours after the change.",
      hint = 2)
  public static final class OffsetOfTheMoment implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(
          views,
          new LocalDays(
              time -> {
                ZoneOffset offset = BERLIN.getRules().getOffset(time);
                LocalDate date = LocalDate.ofInstant(time, offset);
                return LocalDays.window(
                    date.atStartOfDay().toInstant(offset),
                    date.plusDays(1).atStartOfDay().toInstant(offset));
              }));
    }
  }

  private static Instant midnightByNoon(LocalDate date) {
    Instant noon = date.atTime(LocalTime.NOON).atZone(BERLIN).toInstant();
    return date.atStartOfDay().toInstant(BERLIN.getRules().getOffset(noon));
  }

  @Misconception(
      headline = "The day of a clock change begins an hour off, and the day before it ends there.",
      when = "the offset that a day has at noon is used to find its midnight.",
      rule = "The clocks change between midnight and noon: ask for the offset of midnight itself.",
      hint = 2)
  public static final class OffsetOfNoon implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(
          views,
          new LocalDays(
              time -> {
                LocalDate date = LocalDate.ofInstant(time, BERLIN);
                return LocalDays.window(midnightByNoon(date), midnightByNoon(date.plusDays(1)));
              }));
    }
  }

  @Misconception(
      headline = "Every day begins rightly and lasts 24 hours, also the one of 23 and that of 25.",
      when = "24 hours are added to midnight to find the end of the day.",
      rule = "A day is a date of the calendar; how many hours it has, only the time zone knows.",
      hint = 2)
  public static final class TwentyFourHours implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(
          views,
          new LocalDays(
              time -> {
                Instant start = Instant.ofEpochMilli(LocalDays.day(time, BERLIN).getStart());
                return LocalDays.window(start, start.plus(DAY));
              }));
    }
  }

  @Misconception(
      headline = "The views are in the right days, whose bounds are local times taken for UTC.",
      when = "a local midnight is turned into an instant as if it were UTC.",
      rule = "A window is compared with the watermark: its bounds have to be instants.",
      hint = 2)
  public static final class LocalTimeAsInstant implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(
          views,
          new LocalDays(
              time -> {
                LocalDate date = LocalDate.ofInstant(time, BERLIN);
                return LocalDays.window(
                    LocalDays.midnight(date, ZoneOffset.UTC),
                    LocalDays.midnight(date.plusDays(1), ZoneOffset.UTC));
              }));
    }
  }

  @Misconception(
      headline = "Your days are those of the machine, which this test has moved to India.",
      when = "the default time zone of the JVM is used.",
      rule = "The default is that of whichever machine runs the job; the shop's zone has a name.")
  public static final class ZoneOfTheMachine implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(
          views, new LocalDays(time -> LocalDays.day(time, ZoneId.systemDefault())));
    }
  }

  @Misconception(
      headline = "A view exactly at midnight was counted in the day that ends.",
      when = "the end of a day is taken as inclusive.",
      rule = "A window holds its start and not its end: midnight is the first moment of a day.",
      hint = 2)
  public static final class InclusiveMidnight implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(
          views, new LocalDays(time -> LocalDays.day(time.minusMillis(1), BERLIN)));
    }
  }

  @Misconception(
      headline = "Your days end a millisecond before midnight.",
      when = "a day ends with its last millisecond, 23:59:59.999.",
      rule = "The end of a window is the first moment after it, the start of the next one.",
      hint = 2)
  public static final class LastMillisecondAsEnd implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(
          views,
          new LocalDays(
              time -> {
                TimeWindow day = LocalDays.day(time, BERLIN);
                return new TimeWindow(day.getStart(), day.getEnd() - 1);
              }));
    }
  }

  private static TimeWindow dayFrom(ZonedDateTime start) {
    return LocalDays.window(start.toInstant(), start.plusDays(1).toInstant());
  }

  @Misconception(
      headline = "A day has several windows, which begin at parts of a second after midnight.",
      when = "hour, minute and second are set to zero, and the milliseconds stay.",
      rule = "Midnight is exact to the millisecond, and all views of a day have to find the same.")
  public static final class MillisecondsStay implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(
          views,
          new LocalDays(
              time -> dayFrom(time.atZone(BERLIN).withHour(0).withMinute(0).withSecond(0))));
    }
  }

  @Misconception(
      headline = "Views of the afternoon have windows of their own, from noon to noon.",
      when = "the hour is set to zero on a clock of twelve hours.",
      rule = "On a clock of twelve hours noon is zero as well; a day has only one midnight.")
  public static final class TwelveHourClock implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(
          views,
          new LocalDays(
              time ->
                  dayFrom(
                      time.atZone(BERLIN)
                          .truncatedTo(ChronoUnit.HOURS)
                          .with(ChronoField.HOUR_OF_AMPM, 0))));
    }
  }

  @Misconception(
      headline = "A view of yesterday that came in time, but after one of today, counts today.",
      when = "the day is remembered, and looked up anew only for a view after its end.",
      rule = "Views come out of order: ask each for its own date, whatever came before it.",
      hint = 2)
  public static final class RemembersTheDay implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(views, new LocalDays(new LatestDay()));
    }

    private static final class LatestDay implements LocalDays.WindowOf {

      private static final long serialVersionUID = 1L;

      private transient TimeWindow day;

      @Override
      public TimeWindow at(Instant time) {
        if (day == null || time.toEpochMilli() >= day.getEnd()) {
          day = LocalDays.day(time, BERLIN);
        }
        return day;
      }
    }
  }

  @Misconception(
      headline = "A day was complete, but it came out a millisecond of the watermark too late.",
      when = "the timer of a day stands at midnight itself.",
      rule = "A watermark also completes its own millisecond: the last one of a day ends it.",
      hint = 3)
  public static final class TimerAtMidnight implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new DailyViewsAlternatives.CountByDay(0));
    }
  }

  @Misconception(
      headline = "Late views are missing, although their day was not over.",
      when = "views are counted by the hour first, and the hours added up to days.",
      rule = "A first stage with shorter windows drops what is late for it: its end decides.",
      hint = 3)
  public static final class HoursFirst implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(views, TumblingEventTimeWindows.of(Duration.ofHours(1)))
          .keyBy(PageCount::page)
          .window(new LocalDays(time -> LocalDays.day(time, BERLIN)))
          .process(new Sum());
    }
  }

  private static final class Sum
      extends ProcessWindowFunction<PageCount, PageCount, String, TimeWindow> {
    @Override
    public void process(
        String page, Context context, Iterable<PageCount> hours, Collector<PageCount> out) {
      long views = 0;
      for (PageCount hour : hours) {
        views += hour.views();
      }
      Instant start = Instant.ofEpochMilli(context.window().getStart());
      out.collect(
          new PageCount(start, Instant.ofEpochMilli(context.window().getEnd()), page, views));
    }
  }

  @Misconception(
      headline = "Nothing came out: your windows do not look at event time.",
      when = "the windows follow the clock of the machine (processing time).",
      rule = "Processing time asks when the machine saw an event; only event time can be replayed.")
  public static final class ProcessingTime implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return LocalDays.count(views, TumblingProcessingTimeWindows.of(DAY));
    }
  }

  @Misconception(
      headline = "What the open days had counted was lost when the job failed.",
      when = "the counts are kept in a map that is a field of the function.",
      rule = "Only what is in Flink's state is in a checkpoint. A field starts anew.",
      hint = 3)
  public static final class CountsInField implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new CountByDay());
    }

    private static final class CountByDay
        extends KeyedProcessFunction<String, ClickEvent, PageCount> {

      private final Map<Tuple2<String, LocalDate>, Long> counts = new HashMap<>();

      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageCount> out) {
        LocalDate day = LocalDate.ofInstant(view.eventTime(), BERLIN);
        long last = LocalDays.midnight(day.plusDays(1), BERLIN).toEpochMilli() - 1;
        if (last > context.timerService().currentWatermark()) {
          counts.merge(Tuple2.of(view.page(), day), 1L, Long::sum);
          context.timerService().registerEventTimeTimer(last);
        }
      }

      @Override
      public void onTimer(long last, OnTimerContext context, Collector<PageCount> out) {
        String page = context.getCurrentKey();
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(last), BERLIN);
        Long views = counts.remove(Tuple2.of(page, day));
        if (views != null) {
          Instant start = LocalDays.midnight(day, BERLIN);
          out.collect(new PageCount(start, Instant.ofEpochMilli(last + 1), page, views));
        }
      }
    }
  }
}
