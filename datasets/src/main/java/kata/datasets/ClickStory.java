package kata.datasets;

import java.time.Instant;
import java.util.List;

/**
 * Tells a {@link Scenario} of the clickstream in the words of the shop.
 *
 * <pre>{@code
 * ClickStory.named("boundary", "A view falls exactly on the end of a window.")
 *     .view("12:01", "/home")
 *     .view("12:05", "/home")
 *     .watermark("12:10")
 *     .done();
 * }</pre>
 *
 * Times are read by {@link StoryTime}. Every method that adds to the story throws a {@link
 * ScenarioException} that names the scenario and the step if the story makes no sense.
 */
public final class ClickStory {

  private static final String SOMEBODY = "ann";
  private static final List<String> COUNTRIES = List.of("AT", "CH", "DE");
  private static final String PHONE = "mobile";

  private final Scenario.Builder<ClickEvent> scenario;
  private int events;
  private String device = PHONE;

  private ClickStory(Scenario.Builder<ClickEvent> scenario) {
    this.scenario = scenario;
  }

  /** Starts a story with a short name and one sentence that says what happens. */
  public static ClickStory named(String name, String story) {
    return new ClickStory(Scenario.named(name, story));
  }

  /** A page is viewed, and the event arrives in time. */
  public ClickStory view(String time, String page) {
    return view(time, page, SOMEBODY);
  }

  /** A page is viewed by a user, and the event arrives in time. */
  public ClickStory view(String time, String page, String user) {
    scenario.event(click(EventType.PAGE_VIEW, time, page, user));
    return this;
  }

  /** A page is viewed so many times at one moment, and the events arrive in time. */
  public ClickStory views(int number, String time, String page) {
    for (int i = 0; i < number; i++) {
      view(time, page);
    }
    return this;
  }

  /** A user does something on a page, and the event arrives in time. */
  public ClickStory does(EventType type, String time, String page, String user) {
    scenario.event(click(type, time, page, user));
    return this;
  }

  /**
   * The events from here on come from this device, and not from a phone; its browser has a session
   * of its own.
   *
   * @param name {@code mobile}, {@code desktop} or {@code tablet}
   */
  public ClickStory on(String name) {
    device = name;
    return this;
  }

  /** A page was viewed, and the event arrives after a watermark that has passed it. */
  public ClickStory lateView(String time, String page) {
    scenario.late(click(EventType.PAGE_VIEW, time, page, SOMEBODY));
    return this;
  }

  /** A page was viewed by a user, and the event arrives after a watermark that has passed it. */
  public ClickStory lateView(String time, String page, String user) {
    scenario.late(click(EventType.PAGE_VIEW, time, page, user));
    return this;
  }

  /** A user did something, and the event arrives after a watermark that has passed it. */
  public ClickStory didLate(EventType type, String time, String page, String user) {
    scenario.late(click(type, time, page, user));
    return this;
  }

  /** Event time reaches a moment. */
  public ClickStory watermark(String time) {
    scenario.watermark(moment(time));
    return this;
  }

  /** Ends the story. */
  public Scenario<ClickEvent> done() {
    return scenario.done();
  }

  private ClickEvent click(EventType type, String time, String page, String user) {
    String session = user + (device.equals(PHONE) ? "-1" : "-2");
    return new ClickEvent(
        "e" + ++events, user, session, type, page, moment(time), countryOf(user), device);
  }

  /** Returns where a user lives: not all in one country, so that it is no key by chance. */
  static String countryOf(String user) {
    return COUNTRIES.get(Math.floorMod(user.hashCode(), COUNTRIES.size()));
  }

  private Instant moment(String time) {
    try {
      return StoryTime.parse(time);
    } catch (ScenarioException e) {
      throw scenario.problem(e.getMessage());
    }
  }
}
