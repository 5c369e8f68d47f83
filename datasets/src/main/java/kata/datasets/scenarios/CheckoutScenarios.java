package kata.datasets.scenarios;

import static kata.datasets.EventType.ADD_TO_CART;
import static kata.datasets.EventType.CHECKOUT;
import static kata.datasets.EventType.PURCHASE;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.GeneratedScenario;
import kata.datasets.traffic.TrafficSettings;

/** Stories about checkouts that should end with a purchase within fifteen minutes. */
public final class CheckoutScenarios {

  private static final String PAY = "/pay";
  private static final String DONE = "/done";

  public static final Scenario<ClickEvent> FORGOTTEN =
      ClickStory.named("forgotten", "One checkout is finished, another is not.")
          .does(CHECKOUT, "12:00", PAY, "ann")
          .does(CHECKOUT, "12:01", PAY, "bob")
          .does(PURCHASE, "12:05", DONE, "ann")
          .watermark("12:15")
          .watermark("12:16:01")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> AT_THE_LIMIT =
      ClickStory.named("at-the-limit", "One purchase comes at the limit, one a millisecond later.")
          .does(CHECKOUT, "12:00", PAY, "ann")
          .does(CHECKOUT, "12:00", PAY, "bob")
          .watermark("12:15")
          .does(PURCHASE, "12:15", DONE, "ann")
          .does(PURCHASE, "12:15:00.001", DONE, "bob")
          .watermark("12:15:00.001")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> SAME_MOMENT =
      ClickStory.named("same-moment", "Purchases bear the time of their checkouts.")
          .does(CHECKOUT, "12:00", PAY, "ann")
          .does(PURCHASE, "12:00", DONE, "ann")
          .does(PURCHASE, "12:00", DONE, "bob")
          .does(CHECKOUT, "12:00", PAY, "bob")
          .does(CHECKOUT, "12:00", PAY, "cem")
          .watermark("12:16")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> TIMES_OUT =
      ClickStory.named("times-out", "The watermark stops at the limit, and a millisecond after it.")
          .does(CHECKOUT, "12:00:30", PAY, "ann")
          .watermark("12:15:29.999")
          .watermark("12:15:30")
          .watermark("12:15:30.001")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> END_FIRST =
      ClickStory.named("end-first", "A purchase arrives before its checkout.")
          .does(PURCHASE, "12:04", DONE, "ann")
          .does(CHECKOUT, "12:01", PAY, "ann")
          .does(CHECKOUT, "12:02", PAY, "bob")
          .watermark("12:10")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> END_FIRST_TOO_LATE =
      ClickStory.named("end-first-too-late", "A purchase arrives before its checkout, and is late.")
          .does(PURCHASE, "12:17", DONE, "ann")
          .does(CHECKOUT, "12:01", PAY, "ann")
          .watermark("12:16")
          .watermark("12:16:00.001")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> AHEAD_OF_TIME =
      ClickStory.named("ahead-of-time", "A purchase arrives long before its time.")
          .does(CHECKOUT, "12:00", PAY, "ann")
          .does(PURCHASE, "12:40", DONE, "ann")
          .watermark("12:01")
          .watermark("12:16")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> AFTER_THE_ALERT =
      ClickStory.named("after-the-alert", "A purchase comes when the alert is out.")
          .does(CHECKOUT, "12:00", PAY, "ann")
          .watermark("12:16")
          .does(PURCHASE, "12:20", DONE, "ann")
          .watermark("12:30")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> OTHER_CLICKS =
      ClickStory.named("other-clicks", "Views and carts come between, and other sessions.")
          .view("12:00", "/home", "ann")
          .does(ADD_TO_CART, "12:01", "/phone", "ann")
          .does(CHECKOUT, "12:02", PAY, "ann")
          .view("12:03", "/legal", "ann")
          .does(ADD_TO_CART, "12:04", "/case", "ann")
          .view("12:05", "/home", "bob")
          .does(PURCHASE, "12:06", DONE, "cem")
          .watermark("12:10")
          .view("12:16", "/home", "ann")
          .watermark("12:30")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> TWO_DEVICES =
      ClickStory.named("two-devices", "A user starts twice, on a phone and on a desktop.")
          .does(CHECKOUT, "12:00", PAY, "ann")
          .on("desktop")
          .does(CHECKOUT, "12:05", PAY, "ann")
          .does(PURCHASE, "12:10", DONE, "ann")
          .watermark("12:14")
          .watermark("12:20:00.001")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> SEVERAL_AT_ONCE =
      ClickStory.named("several-at-once", "One watermark passes three limits.")
          .does(CHECKOUT, "12:00", PAY, "ann")
          .does(CHECKOUT, "12:10", PAY, "bob")
          .does(CHECKOUT, "12:05", PAY, "cem")
          .does(CHECKOUT, "12:20", PAY, "dan")
          .watermark("12:12")
          .does(PURCHASE, "12:30", DONE, "dan")
          .watermark("12:30")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> LATE_PURCHASE =
      ClickStory.named("late-purchase", "Late purchases: one before the limit passes, two after.")
          .does(CHECKOUT, "12:00", PAY, "ann")
          .does(CHECKOUT, "12:00", PAY, "bob")
          .does(CHECKOUT, "12:00", PAY, "cem")
          .watermark("12:12")
          .didLate(PURCHASE, "12:08", DONE, "ann")
          .watermark("12:16")
          .didLate(PURCHASE, "12:09", DONE, "bob")
          .watermark("12:30")
          .didLate(PURCHASE, "12:10", DONE, "cem")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> LATE_CHECKOUT =
      ClickStory.named("late-checkout", "Checkouts arrive late, one of them after its limit.")
          .does(CHECKOUT, "12:25", PAY, "cem")
          .watermark("12:20")
          .didLate(CHECKOUT, "12:10", PAY, "ann")
          .didLate(CHECKOUT, "12:01", PAY, "bob")
          .watermark("12:21")
          .watermark("12:26")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> LATE_START =
      ClickStory.named(
              "late-start", "Checkouts arrive 14, 16 and 26 minutes after their purchases.")
          .does(PURCHASE, "12:04", DONE, "ann")
          .does(PURCHASE, "12:04", DONE, "bob")
          .watermark("12:05")
          .watermark("12:10")
          .didLate(PURCHASE, "12:04", DONE, "cem")
          .didLate(PURCHASE, "12:04", DONE, "dan")
          .watermark("12:18")
          .didLate(CHECKOUT, "12:03", PAY, "ann")
          .watermark("12:20")
          .didLate(CHECKOUT, "12:03", PAY, "bob")
          .didLate(CHECKOUT, "12:03", PAY, "cem")
          .watermark("12:30")
          .didLate(CHECKOUT, "12:03", PAY, "dan")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> NO_CHECKOUT =
      ClickStory.named("no-checkout", "A purchase comes whose checkout never does.")
          .does(PURCHASE, "12:04", DONE, "ann")
          .watermark("12:30")
          .view("12:40", "/home", "bob")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> SHOP =
      GeneratedScenario.named("shop", "Two hours of all that visitors do.")
          .from(new ClickTraffic(5, TrafficSettings.smallShop().withUsers(200)))
          .only(new OneCheckoutEach())
          .events(1_500)
          .watermarkEvery(15, Duration.ofSeconds(20))
          .endingOnFull(Duration.ofHours(1))
          .done();

  static final List<Scenario<ClickEvent>> ALL =
      List.of(
          FORGOTTEN,
          AT_THE_LIMIT,
          SAME_MOMENT,
          TIMES_OUT,
          END_FIRST,
          END_FIRST_TOO_LATE,
          AHEAD_OF_TIME,
          AFTER_THE_ALERT,
          OTHER_CLICKS,
          TWO_DEVICES,
          SEVERAL_AT_ONCE,
          LATE_PURCHASE,
          LATE_CHECKOUT,
          LATE_START,
          NO_CHECKOUT,
          SHOP);

  private CheckoutScenarios() {}

  /** Lets the first checkout and the first purchase of each session through, and all the rest. */
  private static final class OneCheckoutEach implements Predicate<ClickEvent> {

    private final Set<String> seen = new HashSet<>();

    @Override
    public boolean test(ClickEvent click) {
      boolean unique = click.eventType() == CHECKOUT || click.eventType() == PURCHASE;
      return !unique || seen.add(click.sessionId() + " " + click.eventType());
    }
  }
}
