package kata.datasets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A small deterministic story: events in the order of their arrival, and the moments at which event
 * time moves on.
 *
 * <p>A scenario is a list of steps. In each step some events arrive, and then event time reaches
 * the step's watermark. The Flink lab sends that watermark; the Spark lab makes one micro-batch of
 * the step. Where a watermark stands at {@code 12:05}, every window that ends at 12:05 or earlier
 * is complete.
 *
 * <p>In a story about watermarks themselves the steps bring none: its {@link Feed} is raw, and the
 * moment of a step is what the machine's clock shows when its events arrive.
 *
 * <p>A story about a pipeline is told by {@link PipelineStory}: it has a {@link Setting}, and its
 * steps may end in a {@link Happening}.
 *
 * @param name short and unique within its topic, such as {@code boundary}
 * @param story what happens, in one sentence
 * @param steps at least one
 * @param feed how the events reach a job
 * @param setting what a pipeline finds when it starts
 */
public record Scenario<E extends TimedEvent>(
    String name, String story, List<Step<E>> steps, Feed feed, Setting setting) {

  private static final int MOST_FOLLOWED_BY_EYE = 30;

  /**
   * Events that arrive, and the moment that belongs to them.
   *
   * @param arrivals in arrival order; may be empty
   * @param moment the {@link #watermark} that follows them; in a raw feed, the machine's clock
   * @param then what happens to the pipeline when it has read them
   */
  public record Step<E extends TimedEvent>(List<E> arrivals, Instant moment, Happening then) {
    public Step {
      arrivals = List.copyOf(arrivals);
    }

    /** A step after which nothing happens to the job. */
    public Step(List<E> arrivals, Instant moment) {
      this(arrivals, moment, Happening.NOTHING);
    }

    /**
     * Returns the moment that event time has reached after this step (exclusive: an event of
     * exactly this time is still expected). A step of a raw feed has no watermark.
     */
    public Instant watermark() {
      return moment;
    }
  }

  public Scenario {
    steps = List.copyOf(steps);
  }

  /** A story whose steps bring their watermarks. */
  public Scenario(String name, String story, List<Step<E>> steps) {
    this(name, story, steps, Feed.WITH_WATERMARKS);
  }

  /** A story that needs nothing but its events. */
  public Scenario(String name, String story, List<Step<E>> steps, Feed feed) {
    this(name, story, steps, feed, Setting.EMPTY);
  }

  /** Returns all events in arrival order. */
  public List<E> events() {
    return steps.stream().flatMap(step -> step.arrivals().stream()).toList();
  }

  /** Returns whether there are more events than an eye can follow, as in generated traffic. */
  public boolean isLong() {
    return events().size() > MOST_FOLLOWED_BY_EYE;
  }

  /** Starts a story. */
  public static <E extends TimedEvent> Builder<E> named(String name, String story) {
    return new Builder<>(name, story);
  }

  /**
   * Tells a story from the first arrival to the last watermark, and refuses one that makes no
   * sense.
   */
  public static final class Builder<E extends TimedEvent> {

    private final String name;
    private final String story;
    private final List<Step<E>> steps = new ArrayList<>();
    private final List<E> arrivals = new ArrayList<>();
    private Instant watermark = Instant.MIN;

    private Builder(String name, String story) {
      this.name = name;
      this.story = story;
    }

    /**
     * An event arrives in time, which means not before the last watermark.
     *
     * @throws ScenarioException if the event is late; tell so with {@link #late}
     */
    public Builder<E> event(E event) {
      if (event.eventTime().isBefore(watermark)) {
        throw problem(
            "event %s of %s arrives after the watermark %s. If it is meant to be late, say late(...)."
                .formatted(
                    event.eventId(),
                    StoryTime.format(event.eventTime()),
                    StoryTime.format(watermark)));
      }
      arrivals.add(event);
      return this;
    }

    /**
     * An event arrives after a watermark that had already passed it.
     *
     * @throws ScenarioException if the event is not late
     */
    public Builder<E> late(E event) {
      if (!event.eventTime().isBefore(watermark)) {
        throw problem(
            "event %s of %s is not late: the watermark has not passed it. Leave out late(...)."
                .formatted(event.eventId(), StoryTime.format(event.eventTime())));
      }
      arrivals.add(event);
      return this;
    }

    /**
     * Event time reaches a moment, which ends the step.
     *
     * @throws ScenarioException if event time would stand still or run backwards
     */
    public Builder<E> watermark(Instant moment) {
      if (!moment.isAfter(watermark)) {
        throw problem(
            "the watermark %s does not come after the one before it, %s. A watermark never goes back."
                .formatted(StoryTime.format(moment), StoryTime.format(watermark)));
      }
      steps.add(new Step<>(arrivals, moment));
      arrivals.clear();
      watermark = moment;
      return this;
    }

    /**
     * Ends the story.
     *
     * @throws ScenarioException if there is no event, or if events follow the last watermark
     */
    public Scenario<E> done() {
      if (!arrivals.isEmpty()) {
        throw problem("events follow the last watermark. End the story with watermark(...).");
      }
      Scenario<E> scenario = new Scenario<>(name, story, steps);
      if (scenario.events().isEmpty()) {
        throw problem("nothing happens. Let at least one event arrive.");
      }
      return scenario;
    }

    ScenarioException problem(String what) {
      return new ScenarioException(
          "Scenario \"%s\", step %d: %s".formatted(name, steps.size() + 1, what));
    }
  }
}
