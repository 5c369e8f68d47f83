package kata.flink.capstone;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import kata.datasets.ClickEvent;
import kata.datasets.ConversionRate;
import kata.datasets.EventType;
import kata.datasets.LateEvent;
import kata.datasets.PageCount;
import kata.datasets.VisitCount;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong in one of the four reports; the others are right. */
public final class ShopMorningMisconceptions {

  private ShopMorningMisconceptions() {}

  private static DataStream<ConversionRate> rates(
      DataStream<ClickEvent> events, Reports.Rate rate) {
    return events.windowAll(Reports.five()).process(new Reports.Conversion(rate));
  }

  @Misconception(
      headline = "A user who changed devices has two sessions at once.",
      when = "the sessions of the browser are taken for those of the user.",
      rule = "The key says whose silence ends a session: the task asks for that of the user.")
  public static final class SessionOfTheBrowser extends ShopMorning {
    @Override
    DataStream<VisitCount> sessions(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::sessionId)
          .window(EventTimeSessionWindows.withGap(Reports.GAP))
          .process(new Reports.Visits());
    }
  }

  @Misconception(
      headline = "Your sessions end with their last event.",
      when = "the end of a session is the time of its last event.",
      rule =
          "A session is over when nothing came for the gap: its end is the last event and the gap.")
  public static final class EndsWithLastEvent extends ShopMorning {
    @Override
    DataStream<VisitCount> sessions(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .window(EventTimeSessionWindows.withGap(Reports.GAP))
          .process(
              new Reports.Visits() {
                @Override
                Instant endOf(TimeWindow session, Iterable<ClickEvent> events) {
                  return Reports.end(session).minus(Reports.GAP);
                }
              });
    }
  }

  @Misconception(
      headline = "A session ends half an hour after the event that came last, not the latest one.",
      when = "the last event of the list is taken for the latest.",
      rule = "Events stand in the order of arrival, which is not that of their times.")
  public static final class EndsWithLastArrival extends ShopMorning {
    @Override
    DataStream<VisitCount> sessions(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .window(EventTimeSessionWindows.withGap(Reports.GAP))
          .process(
              new Reports.Visits() {
                @Override
                Instant endOf(TimeWindow session, Iterable<ClickEvent> events) {
                  Instant last = Instant.MIN;
                  for (ClickEvent event : events) {
                    last = event.eventTime();
                  }
                  return last.plus(Reports.GAP);
                }
              });
    }
  }

  @Misconception(
      headline = "Purchases are missing in your sessions.",
      when = "only page views are counted.",
      rule = "A session has events of all types; only the trending page looks at views alone.")
  public static final class SessionsOfViews extends ShopMorning {
    @Override
    DataStream<VisitCount> sessions(DataStream<ClickEvent> events) {
      return super.sessions(Reports.views(events));
    }
  }

  @Misconception(
      headline = "Your sessions begin and end with the half hours of the clock.",
      when = "a tumbling window of half an hour takes the place of a session.",
      rule = "A session has no fixed length: it lasts as long as events follow each other.")
  public static final class HalfHours extends ShopMorning {
    @Override
    DataStream<VisitCount> sessions(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .window(TumblingEventTimeWindows.of(Reports.GAP))
          .process(new Reports.Visits());
    }
  }

  @Misconception(
      headline = "Who bought twice was counted twice in the rate.",
      when = "purchases are divided by visitors.",
      rule = "A conversion rate counts people on both sides of the fraction.",
      hint = 2)
  public static final class PurchasesForBuyers extends ShopMorning {
    @Override
    DataStream<ConversionRate> conversion(DataStream<ClickEvent> events) {
      return rates(events, it -> it.purchases() * 1_000 / it.visitors());
    }
  }

  @Misconception(
      headline = "The rate is that of events, not of visitors.",
      when = "buyers are divided by the number of events.",
      rule = "A conversion rate counts people on both sides of the fraction.",
      hint = 2)
  public static final class PerEvent extends ShopMorning {
    @Override
    DataStream<ConversionRate> conversion(DataStream<ClickEvent> events) {
      return rates(events, it -> it.buyers() * 1_000 / it.events());
    }
  }

  @Misconception(
      headline = "Your rates are rounded to the nearest, where the task rounds down.",
      when = "the rate is computed as a fraction and rounded.",
      rule =
          "Whole numbers divide without a remainder and agree everywhere; fractions need a rule.",
      hint = 2)
  public static final class RoundedToNearest extends ShopMorning {
    @Override
    DataStream<ConversionRate> conversion(DataStream<ClickEvent> events) {
      return rates(events, it -> Math.round(it.buyers() * 1_000.0 / it.visitors()));
    }
  }

  @Misconception(
      headline = "All your rates are zero, unless everybody buys.",
      when = "whole numbers are divided before they are multiplied.",
      rule = "Dividing whole numbers throws the rest away: multiply first.",
      hint = 2)
  public static final class DividesFirst extends ShopMorning {
    @Override
    DataStream<ConversionRate> conversion(DataStream<ClickEvent> events) {
      return rates(events, it -> it.buyers() / it.visitors() * 1_000);
    }
  }

  @Misconception(
      headline = "All of three visitors bought, and the rate is 999.",
      when = "a thousand is divided by the visitors, in whole numbers, before it is multiplied.",
      rule = "What a division of whole numbers leaves over is lost: let it be the last step.",
      hint = 2)
  public static final class DividesTheThousand extends ShopMorning {
    @Override
    DataStream<ConversionRate> conversion(DataStream<ClickEvent> events) {
      return rates(events, it -> 1_000 / it.visitors() * it.buyers());
    }
  }

  @Misconception(
      headline = "Who went on to look around after a purchase was not counted as a buyer.",
      when = "only the last event of each user says whether the user is a buyer.",
      rule = "A buyer has a purchase somewhere in the window, whatever comes behind it.",
      hint = 2)
  public static final class LastEventDecides extends ShopMorning {
    @Override
    DataStream<ConversionRate> conversion(DataStream<ClickEvent> events) {
      return events
          .windowAll(Reports.five())
          .process(
              new Reports.Conversion(it -> it.buyers() * 1_000 / it.visitors()) {
                @Override
                void boughtNothing(String user, Set<String> buyers) {
                  buyers.remove(user);
                }
              });
    }
  }

  @Misconception(
      headline = "Windows in which nobody bought have no row.",
      when = "the windows are made of the purchases, or rates of zero are left out.",
      rule = "A rate of zero is a result: only a window without any event has none.",
      hint = 2)
  public static final class NoZeroRates extends ShopMorning {
    @Override
    DataStream<ConversionRate> conversion(DataStream<ClickEvent> events) {
      return super.conversion(events).filter(rate -> rate.buyers() > 0);
    }
  }

  @Misconception(
      headline = "Purchases and carts made a page trend.",
      when = "events of all types are counted as views.",
      rule = "Only page views make a page trend: look at the type of an event.")
  public static final class EverythingTrends extends ShopMorning {
    @Override
    DataStream<PageCount> trending(DataStream<ClickEvent> events) {
      return events.windowAll(Reports.tenEveryTwo()).process(new Reports.Best());
    }
  }

  @Misconception(
      headline = "Of pages with equally many views, the one that sorts last won.",
      when = "a tie goes to the page that comes later.",
      rule = "Of equals, the page that sorts first wins.")
  public static final class LastOfEquals extends ShopMorning {
    @Override
    DataStream<PageCount> trending(DataStream<ClickEvent> events) {
      return Reports.views(events)
          .windowAll(Reports.tenEveryTwo())
          .process(
              new Reports.Best() {
                @Override
                boolean wins(long views, long viewsBefore) {
                  return views >= viewsBefore;
                }
              });
    }
  }

  @Misconception(
      headline = "There is one trending page for ten minutes, where one is due every two.",
      when = "the windows follow one another (tumbling) and do not overlap.",
      rule = "A sliding window has a size and a slide; each event lies in size / slide of them.")
  public static final class TrendsOnceInTen extends ShopMorning {
    @Override
    DataStream<PageCount> trending(DataStream<ClickEvent> events) {
      return Reports.views(events)
          .windowAll(TumblingEventTimeWindows.of(Reports.TEN_MINUTES))
          .process(new Reports.Best());
    }
  }

  @Misconception(
      headline = "Some events are both counted and called late.",
      when = "every event behind the watermark is taken for late.",
      rule = "An event is late when its window is complete, not when the watermark has passed it.",
      hint = 3)
  public static final class BehindTheWatermark extends ShopMorning {
    @Override
    DataStream<LateEvent> late(DataStream<ClickEvent> events) {
      return events.process(new IsBehind());
    }
  }

  private static final class IsBehind extends ProcessFunction<ClickEvent, LateEvent> {
    @Override
    public void processElement(ClickEvent event, Context context, Collector<LateEvent> out) {
      if (context.timestamp() <= context.timerService().currentWatermark()) {
        out.collect(Reports.late(event));
      }
    }
  }

  @Misconception(
      headline = "Late events are missing: some are in no conversion rate and not here either.",
      when = "an event is late only when its session is over.",
      rule = "Each report has windows of its own; late is late for the windows of one report.",
      hint = 3)
  public static final class LateForItsSession extends ShopMorning {
    @Override
    DataStream<LateEvent> late(DataStream<ClickEvent> events) {
      return Reports.late(events, EventTimeSessionWindows.withGap(Reports.GAP), Duration.ZERO);
    }
  }

  @Misconception(
      headline = "Late events are missing: those that still trend are not among them.",
      when = "an event is late only when its last sliding window is over.",
      rule = "Each report has windows of its own; late is late for the windows of one report.",
      hint = 3)
  public static final class LateForTrending extends ShopMorning {
    @Override
    DataStream<LateEvent> late(DataStream<ClickEvent> events) {
      return Reports.late(events, Reports.tenEveryTwo(), Duration.ZERO);
    }
  }

  @Misconception(
      headline = "Late events are missing: your window waits for them.",
      when = "lateness is allowed before an event goes to the side output.",
      rule = "With allowed lateness a late event corrects its window, and is late no more.",
      hint = 3)
  public static final class LatenessAllowed extends ShopMorning {
    @Override
    DataStream<LateEvent> late(DataStream<ClickEvent> events) {
      return Reports.late(events, Reports.five(), Reports.GAP);
    }
  }

  @Misconception(
      headline = "Who changed devices was counted as two visitors.",
      when = "sessions are counted for people.",
      rule = "A session is that of a browser; visitors and buyers are different users.",
      hint = 2)
  public static final class SessionsForPeople extends ShopMorning {
    @Override
    DataStream<ConversionRate> conversion(DataStream<ClickEvent> events) {
      return super.conversion(events.map(SessionsForPeople::bySession));
    }

    private static ClickEvent bySession(ClickEvent event) {
      return new ClickEvent(
          event.eventId(),
          event.sessionId(),
          event.sessionId(),
          event.eventType(),
          event.page(),
          event.eventTime(),
          event.country(),
          event.device());
    }
  }

  @Misconception(
      headline = "Who only looked at the checkout was counted as a buyer.",
      when = "a buyer is recognised by the page.",
      rule = "A page says where something happened, the type of an event what: look for purchases.")
  public static final class BuyersByPage extends ShopMorning {
    @Override
    DataStream<ConversionRate> conversion(DataStream<ClickEvent> events) {
      return super.conversion(events.map(BuyersByPage::byPage));
    }

    private static ClickEvent byPage(ClickEvent event) {
      return new ClickEvent(
          event.eventId(),
          event.userId(),
          event.sessionId(),
          event.page().equals("/checkout") ? EventType.PURCHASE : EventType.PAGE_VIEW,
          event.page(),
          event.eventTime(),
          event.country(),
          event.device());
    }
  }

  @Misconception(
      headline = "Where everybody bought, the rate is not a thousand.",
      when = "a thousand is divided by the visitors before it is multiplied, as a fraction.",
      rule = "Fractions lose a little, and rounding down makes it a whole: multiply first.",
      hint = 2)
  public static final class LosesTheFraction extends ShopMorning {
    @Override
    DataStream<ConversionRate> conversion(DataStream<ClickEvent> events) {
      return rates(events, it -> (long) (1_000.0 / it.visitors() * it.buyers()));
    }
  }

  @Misconception(
      headline = "A view did not trend, though one of its windows was open.",
      when = "views are left out by their age.",
      rule = "The windows decide: a view counts as long as one of them is not complete.",
      hint = 3)
  public static final class TooOldToTrend extends ShopMorning {
    @Override
    DataStream<PageCount> trending(DataStream<ClickEvent> events) {
      return super.trending(events.process(new DropOld()));
    }
  }

  private static final class DropOld extends ProcessFunction<ClickEvent, ClickEvent> {
    @Override
    public void processElement(ClickEvent event, Context context, Collector<ClickEvent> out) {
      long age = context.timerService().currentWatermark() - context.timestamp();
      if (age < Reports.TEN_MINUTES.minus(Reports.TWO_MINUTES).toMillis()) {
        out.collect(event);
      }
    }
  }

  @Misconception(
      headline = "A view that came after its two minutes were over trends in no window.",
      when = "views are collected by two minutes first, and ten minutes put together of those.",
      rule = "What is late for a short window never reaches the longer ones made of it.",
      hint = 3)
  public static final class TwoMinutesFirst extends ShopMorning {
    @Override
    DataStream<PageCount> trending(DataStream<ClickEvent> events) {
      return Reports.views(events)
          .windowAll(TumblingEventTimeWindows.of(Reports.TWO_MINUTES))
          .process(new PassOn())
          .windowAll(Reports.tenEveryTwo())
          .process(new Reports.Best());
    }
  }

  private static final class PassOn
      extends ProcessAllWindowFunction<ClickEvent, ClickEvent, TimeWindow> {
    @Override
    public void process(Context context, Iterable<ClickEvent> views, Collector<ClickEvent> out) {
      views.forEach(out::collect);
    }
  }

  @Misconception(
      headline = "An event is called late, though its five minutes are not over.",
      when = "the watermark is compared with the end of the window a millisecond too soon.",
      rule = "A window [start, end) is complete when the watermark reaches end - 1 ms.",
      hint = 3)
  public static final class LateTooSoon extends ShopMorning {
    @Override
    DataStream<LateEvent> late(DataStream<ClickEvent> events) {
      return events.process(new IsNearlyLate());
    }
  }

  private static final class IsNearlyLate extends ProcessFunction<ClickEvent, LateEvent> {
    @Override
    public void processElement(ClickEvent event, Context context, Collector<LateEvent> out) {
      long size = Reports.FIVE_MINUTES.toMillis();
      long end = (context.timestamp() / size + 1) * size;
      if (end - 2 <= context.timerService().currentWatermark()) {
        out.collect(Reports.late(event));
      }
    }
  }
}
