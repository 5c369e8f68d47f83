package kata.datasets.scenarios;

import java.util.Iterator;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.Message;
import kata.datasets.PipelineStory;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;

/** Tells the story of a pipeline that reads page views, as JSON, from the topic {@code clicks}. */
final class ClickTopic {

  private static final String TOPIC = "clicks";
  private static final String SOMEBODY = "ann";
  private static final JsonLines<ClickEvent> JSON = JsonLines.of(EventFields.CLICKS);

  private final PipelineStory story;
  private final int partitions;
  private int events;

  private ClickTopic(PipelineStory story, int partitions) {
    this.story = story;
    this.partitions = partitions;
  }

  /** Starts a story with a short name and one sentence that says what happens. */
  static ClickTopic named(String name, String told, int partitions) {
    return new ClickTopic(PipelineStory.named(name, told).topic(TOPIC, partitions), partitions);
  }

  /** There is a table, made by this statement in SQL. */
  ClickTopic table(String statement) {
    story.table(statement);
    return this;
  }

  /** What is told next arrives in this partition, counted from 0. */
  ClickTopic in(int partition) {
    story.in(partition);
    return this;
  }

  /** A page is viewed. */
  ClickTopic view(String time, String page) {
    return click(next(time, page));
  }

  /** A page is viewed, and Kafka gets to know it at another time. */
  ClickTopic viewSentAt(String sent, String time, String page) {
    story.record(TOPIC, SOMEBODY, sent, JSON.toLine(next(time, page)));
    return this;
  }

  /** This click arrives. */
  ClickTopic click(ClickEvent click) {
    story.event(TOPIC, click.userId(), click, JSON.toLine(click));
    return this;
  }

  /** So many clicks of generated traffic arrive, those of one user in one partition. */
  ClickTopic clicks(Iterator<ClickEvent> traffic, int count) {
    for (int i = 0; i < count; i++) {
      ClickEvent click = traffic.next();
      in(Math.floorMod(click.userId().hashCode(), partitions)).click(click);
    }
    return this;
  }

  private ClickEvent next(String time, String page) {
    return new ClickEvent(
        "e" + ++events,
        SOMEBODY,
        SOMEBODY + "-1",
        EventType.PAGE_VIEW,
        page,
        StoryTime.parse(time),
        "DE",
        "mobile");
  }

  /** The pipeline has read all, and goes on. */
  ClickTopic goesOn(String time) {
    story.goesOn(time);
    return this;
  }

  /** The pipeline has read all and completes a checkpoint; what it has written is looked at. */
  ClickTopic checkpoint(String time) {
    story.checkpoint(time);
    return this;
  }

  /** The pipeline has read all and fails before the next checkpoint. */
  ClickTopic crash(String time) {
    story.crash(time);
    return this;
  }

  /** The pipeline has read all and fails for the last time: it should not start again. */
  ClickTopic lastCrash(String time) {
    story.lastCrash(time);
    return this;
  }

  /** The pipeline reads all, and the database refuses a row once; a trigger must see to that. */
  ClickTopic refused(String time) {
    story.refused(time);
    return this;
  }

  /** The pipeline has read all and fails in the middle of a checkpoint, which never completes. */
  ClickTopic crashInCheckpoint(String time) {
    story.crashInCheckpoint(time);
    return this;
  }

  /** The pipeline has read all, and the topics forget it, as their retention is over. */
  ClickTopic recordsExpire(String time) {
    story.recordsExpire(time);
    return this;
  }

  /** The pipeline has read all, and the database closes its connections. */
  ClickTopic databaseCut(String time) {
    story.databaseCut(time);
    return this;
  }

  /** Ends the story. */
  Scenario<Message> done() {
    return story.done();
  }
}
