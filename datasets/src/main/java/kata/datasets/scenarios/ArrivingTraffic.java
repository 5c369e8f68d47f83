package kata.datasets.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.TrafficSettings;

/** Generated traffic that brings no watermarks. */
final class ArrivingTraffic {

  private ArrivingTraffic() {}

  /** Lets 150 views of generated traffic arrive one by one, each user's in one partition. */
  static Scenario<ClickEvent> of(String name, String sentence, int partitions) {
    ArrivalStory story = ArrivalStory.named(name, sentence).partitions(partitions);
    Instant clock = Instant.EPOCH;
    for (ClickEvent view : views()) {
      Instant next = clock.plusMillis(100);
      clock = view.eventTime().isAfter(next) ? view.eventTime() : next;
      story.at(StoryTime.format(clock)).from(partitionOf(view, partitions)).event(view);
    }
    return story.done();
  }

  /** Lets 120 views of generated traffic arrive by twenties, each user's in one partition. */
  static Scenario<ClickEvent> byTwenties(String name, String sentence, int partitions) {
    return byTwenties(
        ArrivalStory.named(name, sentence).partitions(partitions), partitions, it -> it);
  }

  /** Lets 120 views arrive by twenties; those of phones are an hour ahead. */
  static Scenario<ClickEvent> fastPhones() {
    return byTwenties(
        ArrivalStory.named("phones-fast", "Ordinary traffic, in which phones are an hour fast."),
        1,
        view -> view.device().equals("mobile") ? ahead(view, Duration.ofHours(1)) : view);
  }

  private static Scenario<ClickEvent> byTwenties(
      ArrivalStory story, int partitions, UnaryOperator<ClickEvent> clock) {
    Instant newest = Instant.EPOCH;
    int count = 0;
    for (ClickEvent view : views().subList(0, 120)) {
      newest = view.eventTime().isAfter(newest) ? view.eventTime() : newest;
      if (count % 20 == 0) {
        story.at(StoryTime.format(newest));
      }
      story.from(partitionOf(view, partitions)).event(clock.apply(view));
      count++;
    }
    return story.done();
  }

  /** Lets 150 views arrive in blocks of ten, each from one partition and in order. */
  static Scenario<ClickEvent> inBlocks() {
    int partitions = 3;
    List<Deque<ClickEvent>> waiting = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      waiting.add(new ArrayDeque<>());
    }
    views().stream()
        .sorted(Comparator.comparing(ClickEvent::eventTime))
        .forEach(view -> waiting.get(partitionOf(view, partitions)).add(view));
    ArrivalStory story =
        ArrivalStory.named("in-blocks", "Three partitions of ordinary traffic are read in blocks.")
            .partitions(partitions);
    Instant clock = StoryTime.parse("13:00");
    for (int block = 0; waiting.stream().anyMatch(it -> !it.isEmpty()); block++) {
      int from = block % partitions;
      for (int i = 0; i < 10 && !waiting.get(from).isEmpty(); i++) {
        clock = clock.plusMillis(100);
        story.at(StoryTime.format(clock)).from(from).event(waiting.get(from).remove());
      }
    }
    return story.done();
  }

  /** Lets 150 views arrive by tens; each ten has a heartbeat in it, of ten seconds before. */
  static Scenario<ClickEvent> tracked() {
    ArrivalStory story =
        ArrivalStory.named("tracked", "Ordinary traffic arrives by tens, each with a heartbeat.");
    Instant newest = Instant.EPOCH;
    int count = 0;
    for (ClickEvent view : views()) {
      newest = view.eventTime().isAfter(newest) ? view.eventTime() : newest;
      if (count % 10 == 0) {
        story.at(StoryTime.format(newest));
      }
      if (count % 10 == 4) {
        story.heartbeat(StoryTime.format(newest.minusSeconds(10)));
      }
      story.event(view);
      count++;
    }
    return story.done();
  }

  /** Lets 150 views arrive one by one; those of one user in ten are ten minutes ahead. */
  static Scenario<ClickEvent> wrongClocks() {
    ArrivalStory story =
        ArrivalStory.named("wrong-clocks", "Ordinary traffic, in which some clocks are ahead.");
    Instant clock = Instant.EPOCH;
    for (ClickEvent view : views()) {
      Instant next = clock.plusMillis(100);
      clock = view.eventTime().isAfter(next) ? view.eventTime() : next;
      story
          .at(StoryTime.format(clock))
          .event(partitionOf(view, 10) == 0 ? ahead(view, Duration.ofMinutes(10)) : view);
    }
    return story.done();
  }

  private static ClickEvent ahead(ClickEvent view, Duration offset) {
    return new ClickEvent(
        view.eventId(),
        view.userId(),
        view.sessionId(),
        view.eventType(),
        view.page(),
        view.eventTime().plus(offset),
        view.country(),
        view.device());
  }

  private static List<ClickEvent> views() {
    return new ClickTraffic(42, TrafficSettings.smallShop())
        .first(10_000)
        .filter(click -> click.eventType() == EventType.PAGE_VIEW)
        .limit(150)
        .toList();
  }

  private static int partitionOf(ClickEvent view, int partitions) {
    return Math.floorMod(view.userId().hashCode(), partitions);
  }
}
