package kata.datasets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a {@link Scenario} of the clickstream as the machine sees it: what arrives, from which
 * partition, and what the machine's clock shows. There are no watermarks; to find them is the job's
 * task.
 *
 * <pre>{@code
 * ArrivalStory.named("silence", "One of two partitions falls silent.")
 *     .partitions(2)
 *     .at("12:01").from(0).view("12:01", "/home")
 *     .at("12:02").from(1).view("12:01:30", "/home")
 *     .at("12:09")
 *     .at("12:10").from(0).view("12:10", "/home")
 *     .done();
 * }</pre>
 *
 * At each moment the clock shows it, the events arrive, and then a watermark strategy is asked for
 * its periodic watermark. Times are read by {@link StoryTime}. Every method that adds to the story
 * throws a {@link ScenarioException} that names the scenario and the step if the story makes no
 * sense.
 */
public final class ArrivalStory {

  private static final String SOMEBODY = "ann";

  private final String name;
  private final String story;
  private final List<Scenario.Step<ClickEvent>> steps = new ArrayList<>();
  private final List<ClickEvent> arrivals = new ArrayList<>();
  private final Map<String, Integer> partitionOf = new HashMap<>();
  private int partitions = 1;
  private int partition;
  private Instant clock = Instant.MIN;
  private int events;
  private String device = "mobile";

  private ArrivalStory(String name, String story) {
    this.name = name;
    this.story = story;
  }

  /** Starts a story with a short name and one sentence that says what happens. */
  public static ArrivalStory named(String name, String story) {
    return new ArrivalStory(name, story);
  }

  /** Says how many partitions the input has, 1 or more; without it there is one. */
  public ArrivalStory partitions(int number) {
    if (number < 1) {
      throw problem("an input cannot have %d partitions; it has 1 or more.".formatted(number));
    }
    if (begun()) {
      throw problem("the number of partitions comes first, before at(...).");
    }
    partitions = number;
    return this;
  }

  /** The machine's clock shows a moment, and what is told next arrives then. */
  public ArrivalStory at(String time) {
    Instant moment = moment(time);
    if (!moment.isAfter(clock)) {
      throw problem(
          "the clock shows %s after %s. A clock never stands still or goes back."
              .formatted(StoryTime.format(moment), StoryTime.format(clock)));
    }
    endStep();
    clock = moment;
    return this;
  }

  /** What is told next arrives from a partition, counted from 0, until another is named. */
  public ArrivalStory from(int number) {
    if (number < 0 || number >= partitions) {
      throw problem(
          "there is no partition %d; the input has %d, counted from 0."
              .formatted(number, partitions));
    }
    partition = number;
    return this;
  }

  /**
   * The events from here on come from this device, and not from a phone.
   *
   * @param name {@code mobile}, {@code desktop} or {@code tablet}
   */
  public ArrivalStory on(String name) {
    device = name;
    return this;
  }

  /** A page was viewed. */
  public ArrivalStory view(String time, String page) {
    return view(time, page, SOMEBODY);
  }

  /** A page was viewed by a user. */
  public ArrivalStory view(String time, String page, String user) {
    return click("e", EventType.PAGE_VIEW, time, page, user);
  }

  /** The shop's tracker says that its clock shows a time. */
  public ArrivalStory heartbeat(String time) {
    return click("h", EventType.HEARTBEAT, time, "", SOMEBODY);
  }

  /** An event that was made elsewhere arrives; its identifier must be new to this story. */
  public ArrivalStory event(ClickEvent click) {
    if (!begun()) {
      throw problem("an event arrives, and the clock shows nothing. Say at(...) first.");
    }
    if (partitionOf.putIfAbsent(click.eventId(), partition) != null) {
      throw problem("there are two events %s.".formatted(click.eventId()));
    }
    arrivals.add(click);
    return this;
  }

  /** Ends the story. */
  public Scenario<ClickEvent> done() {
    if (partitionOf.isEmpty()) {
      throw problem("nothing happens. Let at least one event arrive.");
    }
    endStep();
    return new Scenario<>(name, story, steps, new Feed(true, partitions, partitionOf));
  }

  private ArrivalStory click(String prefix, EventType type, String time, String page, String user) {
    return event(
        new ClickEvent(
            prefix + ++events,
            user,
            user + "-1",
            type,
            page,
            moment(time),
            ClickStory.countryOf(user),
            device));
  }

  private boolean begun() {
    return !clock.equals(Instant.MIN);
  }

  private void endStep() {
    if (begun()) {
      steps.add(new Scenario.Step<>(arrivals, clock));
      arrivals.clear();
    }
  }

  private Instant moment(String time) {
    try {
      return StoryTime.parse(time);
    } catch (ScenarioException e) {
      throw problem(e.getMessage());
    }
  }

  private ScenarioException problem(String what) {
    return new ScenarioException(
        "Scenario \"%s\", step %d: %s".formatted(name, steps.size() + 1, what));
  }
}
