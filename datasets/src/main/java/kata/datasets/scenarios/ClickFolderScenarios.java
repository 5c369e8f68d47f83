package kata.datasets.scenarios;

import java.util.List;
import java.util.function.UnaryOperator;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.Message;
import kata.datasets.PipelineStory;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.TrafficSettings;

/** Stories of clicks that go from Kafka into folders, and of what happens on the way. */
public final class ClickFolderScenarios {

  private static final String TOPIC = "clicks";
  private static final JsonLines<ClickEvent> JSON = JsonLines.of(EventFields.CLICKS);

  /** Clicks of several hours, one of which was sent late, and of the turn of a day. */
  public static final Scenario<Message> HOURS =
      new Told("hours", "A phone sends a click of the hour before, and a day ends.")
          .click("e1", "ann", "/home", "13:05")
          .click("e2", "bob", "/cart", "13:59:59.999")
          .then(it -> it.checkpoint("14:00"))
          .click("e3", "ann", "/cart", "14:00")
          .sentLater("14:02", "e4", "bob", "/pay", "13:58")
          .then(it -> it.checkpoint("14:05"))
          .click("e5", "ann", "/pay", "23:59:59.999")
          .click("e6", "ann", "/home", "2024-03-05 00:00")
          .then(it -> it.checkpoint("2024-03-05 00:05"))
          .done();

  /** The machine is lost between two batches that are looked at. */
  public static final Scenario<Message> LOST_MACHINE =
      new Told("lost-machine", "The machine is lost after a batch was written.")
          .click("e1", "ann", "/home", "12:01")
          .click("e2", "bob", "/home", "12:02")
          .then(it -> it.checkpoint("12:05"))
          .click("e3", "ann", "/cart", "12:06")
          .click("e4", "bob", "/cart", "12:07")
          .then(it -> it.crash("12:08"))
          .click("e5", "ann", "/pay", "12:09")
          .then(it -> it.checkpoint("12:10"))
          .done();

  /** The machine is lost in the first batch, and the next one soon after. */
  public static final Scenario<Message> LOST_AT_ONCE =
      new Told("lost-at-once", "Two machines are lost, the first of them in its first batch.")
          .click("e1", "ann", "/home", "12:01")
          .then(it -> it.crash("12:02"))
          .click("e2", "ann", "/cart", "12:03")
          .then(it -> it.goesOn("12:04"))
          .click("e3", "ann", "/pay", "12:05")
          .then(it -> it.crash("12:06"))
          .then(it -> it.checkpoint("12:07"))
          .click("e4", "bob", "/home", "12:08")
          .then(it -> it.checkpoint("12:09"))
          .done();

  /** Generated traffic in four batches, after the second of which the machine is lost. */
  public static final Scenario<Message> ORDINARY = ordinary();

  /** All stories of clicks in folders. */
  public static final List<Scenario<Message>> ALL =
      List.of(HOURS, LOST_MACHINE, LOST_AT_ONCE, ORDINARY);

  private ClickFolderScenarios() {}

  private static Scenario<Message> ordinary() {
    Told told = new Told("ordinary", "Ordinary traffic, in which the machine is lost once.");
    List<ClickEvent> clicks = new ClickTraffic(7, TrafficSettings.smallShop()).first(80).toList();
    for (int i = 0; i < clicks.size(); i++) {
      told.click(clicks.get(i));
      switch (i) {
        case 19 -> told.then(it -> it.checkpoint("2024-03-06 00:00"));
        case 39 -> told.then(it -> it.crash("2024-03-06 00:01"));
        case 59 -> told.then(it -> it.checkpoint("2024-03-06 00:02"));
        default -> {}
      }
    }
    return told.then(it -> it.checkpoint("2024-03-06 00:03")).done();
  }

  /** A story of clicks, each user's in one of two partitions. */
  private static final class Told {

    private final PipelineStory story;

    Told(String name, String sentence) {
      story = PipelineStory.named(name, sentence).topic(TOPIC, 2);
    }

    Told click(String id, String user, String page, String time) {
      return click(event(id, user, page, time));
    }

    Told click(ClickEvent click) {
      story.in(partition(click)).event(TOPIC, click.userId(), click, JSON.toLine(click));
      return this;
    }

    /** A click reaches Kafka at another time than that at which it happened. */
    Told sentLater(String sent, String id, String user, String page, String time) {
      ClickEvent click = event(id, user, page, time);
      story.in(partition(click)).record(TOPIC, user, sent, JSON.toLine(click));
      return this;
    }

    Told then(UnaryOperator<PipelineStory> happening) {
      happening.apply(story);
      return this;
    }

    Scenario<Message> done() {
      return story.done();
    }

    private static int partition(ClickEvent click) {
      return Math.floorMod(click.userId().hashCode(), 2);
    }

    private static ClickEvent event(String id, String user, String page, String time) {
      return new ClickEvent(
          id, user, user + "-1", EventType.PAGE_VIEW, page, StoryTime.parse(time), "DE", "mobile");
    }
  }
}
