package kata.datasets;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells a {@link Scenario} of a pipeline: which records arrive in which topics, and what happens to
 * the pipeline in between.
 *
 * <pre>{@code
 * PipelineStory.named("crash", "The job fails between two checkpoints.")
 *     .topic("views", 1)
 *     .table("create table page_views (...)")
 *     .record("views", "ann", "12:01", "{...}")
 *     .checkpoint("12:02")
 *     .record("views", "bob", "12:03", "{...}")
 *     .crash("12:04")
 *     .checkpoint("12:05")
 *     .done();
 * }</pre>
 *
 * The records of the first step lie in their topics before the pipeline starts. Times are read by
 * {@link StoryTime}; those of the steps name the moments at which the pipeline is looked at. Every
 * method throws a {@link ScenarioException} that names the scenario and the step if the story makes
 * no sense.
 */
public final class PipelineStory {

  private static final Feed RAW = new Feed(true, 1, Map.of());
  private static final Set<Happening> LOOKED_AT =
      Set.of(Happening.CHECKPOINT, Happening.LAST_CRASH);

  private final String name;
  private final String story;
  private final Map<String, Integer> topics = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> configs = new LinkedHashMap<>();
  private final List<String> tables = new ArrayList<>();
  private final List<Scenario.Step<Message>> steps = new ArrayList<>();
  private final List<Message> arrivals = new ArrayList<>();
  private final Set<String> eventIds = new HashSet<>();
  private Instant clock = Instant.MIN;
  private int partition;
  private int unnamed;

  private PipelineStory(String name, String story) {
    this.name = name;
    this.story = story;
  }

  /** Starts a story with a short name and one sentence that says what happens. */
  public static PipelineStory named(String name, String story) {
    return new PipelineStory(name, story);
  }

  /** There is a topic, with so many partitions, 1 or more. */
  public PipelineStory topic(String topic, int partitions) {
    if (partitions < 1) {
      throw problem(
          "the topic %s cannot have %d partitions; it has 1 or more.".formatted(topic, partitions));
    }
    if (topics.putIfAbsent(topic, partitions) != null) {
      throw problem("the topic %s is there twice.".formatted(topic));
    }
    return this;
  }

  /** A topic has this setting of its own, by the name that Kafka gives it. */
  public PipelineStory with(String topic, String setting, String value) {
    if (!topics.containsKey(topic)) {
      throw noTopic(topic);
    }
    configs.computeIfAbsent(topic, it -> new LinkedHashMap<>()).put(setting, value);
    return this;
  }

  /** There is a table, made by this statement in SQL. */
  public PipelineStory table(String statement) {
    tables.add(statement);
    return this;
  }

  /** What is told next arrives in this partition of its topic, counted from 0; at first in 0. */
  public PipelineStory in(int number) {
    partition = number;
    return this;
  }

  /** A record arrives that needs no identifier, because it is malformed or like any other. */
  public PipelineStory record(String topic, String key, String time, String value) {
    return record(topic, key, time, value, StandardCharsets.UTF_8);
  }

  /** A record arrives that needs no identifier, and whose value is in this encoding. */
  public PipelineStory record(
      String topic, String key, String time, String value, Charset encoding) {
    return add(new Message("r" + ++unnamed, moment(time), topic, partition, key, value, encoding));
  }

  /** The record of an event arrives; its identifier must be new to this story. */
  public PipelineStory event(String topic, String key, TimedEvent event, String value) {
    return add(new Message(event.eventId(), event.eventTime(), topic, partition, key, value));
  }

  /**
   * The record of an event arrives once more, with the same identifier: a producer has sent it
   * again.
   */
  public PipelineStory again(String topic, String key, TimedEvent event, String value) {
    eventIds.remove(event.eventId());
    return event(topic, key, event, value);
  }

  private PipelineStory add(Message message) {
    Integer partitions = topics.get(message.topic());
    if (partitions == null) {
      throw noTopic(message.topic());
    }
    if (message.partition() < 0 || message.partition() >= partitions) {
      throw problem(
          "the topic %s has no partition %d; it has %d, counted from 0."
              .formatted(message.topic(), message.partition(), partitions));
    }
    if (!eventIds.add(message.eventId())) {
      throw problem(
          "there are two events %s. If one is sent twice, say again(...)."
              .formatted(message.eventId()));
    }
    arrivals.add(message);
    return this;
  }

  private ScenarioException noTopic(String topic) {
    return problem("there is no topic %s. Say topic(\"%1$s\", 1) first.".formatted(topic));
  }

  /** The pipeline has read all, and goes on. */
  public PipelineStory goesOn(String time) {
    return step(time, Happening.NOTHING);
  }

  /** The pipeline has read all and completes a checkpoint; what it has written is looked at. */
  public PipelineStory checkpoint(String time) {
    return step(time, Happening.CHECKPOINT);
  }

  /** The pipeline has read all and fails before the next checkpoint. */
  public PipelineStory crash(String time) {
    return step(time, Happening.CRASH);
  }

  /** The pipeline has read all and fails for the last time: it should not start again. */
  public PipelineStory lastCrash(String time) {
    return step(time, Happening.LAST_CRASH);
  }

  /** The pipeline reads all, and the database refuses a row once; a trigger must see to that. */
  public PipelineStory refused(String time) {
    return step(time, Happening.DATABASE_REFUSES);
  }

  /** The pipeline has read all and fails in the middle of a checkpoint, which never completes. */
  public PipelineStory crashInCheckpoint(String time) {
    return step(time, Happening.CRASH_IN_CHECKPOINT);
  }

  /** The pipeline has read all, and the topics forget it, as their retention is over. */
  public PipelineStory recordsExpire(String time) {
    return step(time, Happening.RECORDS_EXPIRE);
  }

  /** The pipeline has read all, and the database closes its connections. */
  public PipelineStory databaseCut(String time) {
    return step(time, Happening.DATABASE_CUT);
  }

  /** The program does its work for the last record, and dies before it can say so. */
  public PipelineStory crashAfterWork(String time) {
    return step(time, Happening.CRASH_AFTER_WORK);
  }

  /** The work for the first record that has arrived since the last step fails four times. */
  public PipelineStory workFails(String time) {
    return step(time, Happening.WORK_FAILS);
  }

  /** The program has read all, and a second one joins it. */
  public PipelineStory joins(String time) {
    return step(time, Happening.MEMBER_JOINS);
  }

  private PipelineStory step(String time, Happening then) {
    if (lastHappening() == Happening.LAST_CRASH) {
      throw problem("the pipeline has crashed for the last time. End the story there.");
    }
    Instant moment = moment(time);
    if (!moment.isAfter(clock)) {
      throw problem(
          "the clock shows %s after %s. A clock never stands still or goes back."
              .formatted(StoryTime.format(moment), StoryTime.format(clock)));
    }
    steps.add(new Scenario.Step<>(arrivals, moment, then));
    arrivals.clear();
    clock = moment;
    return this;
  }

  private Happening lastHappening() {
    return steps.isEmpty() ? Happening.NOTHING : steps.get(steps.size() - 1).then();
  }

  /**
   * Ends the story.
   *
   * @throws ScenarioException if nothing arrives, or if it does not end with a checkpoint or with
   *     the last crash
   */
  public Scenario<Message> done() {
    if (eventIds.isEmpty()) {
      throw problem("nothing happens. Let at least one record arrive.");
    }
    if (!arrivals.isEmpty() || !LOOKED_AT.contains(lastHappening())) {
      throw problem("nobody looks at the end. End the story with checkpoint(...).");
    }
    return new Scenario<>(name, story, steps, RAW, new Setting(topics, configs, tables));
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
