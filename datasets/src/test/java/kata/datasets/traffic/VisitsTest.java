package kata.datasets.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import org.junit.jupiter.api.Test;

class VisitsTest {

  private static final List<ClickEvent> CLICKS =
      new ClickTraffic(42, TrafficSettings.defaults().withDisorder(Disorder.none()))
          .first(100_000)
          .toList();

  private static final Map<String, List<ClickEvent>> VISITS =
      CLICKS.stream()
          .collect(
              Collectors.groupingBy(
                  ClickEvent::sessionId, LinkedHashMap::new, Collectors.toList()));

  @Test
  void everyVisitBeginsWithAPageView() {
    assertThat(VISITS.values())
        .hasSizeGreaterThan(10_000)
        .allSatisfy(visit -> assertThat(visit.get(0).eventType()).isEqualTo(EventType.PAGE_VIEW));
  }

  @Test
  void aProductIsPutIntoTheCartFromItsOwnPage() {
    assertEachHas(
        EventType.ADD_TO_CART,
        (before, event) -> {
          assertThat(before.eventType()).isEqualTo(EventType.PAGE_VIEW);
          assertThat(event.page()).startsWith("/product/").isEqualTo(before.page());
        });
  }

  @Test
  void aPurchaseFollowsACheckout() {
    assertEachHas(
        EventType.PURCHASE,
        (before, event) -> {
          assertThat(before.eventType()).isEqualTo(EventType.CHECKOUT);
          assertThat(before.page()).isEqualTo("/cart");
          assertThat(event.page()).isEqualTo("/checkout");
        });
  }

  @Test
  void aCheckoutNeedsSomethingInTheCart() {
    for (List<ClickEvent> visit : VISITS.values()) {
      int inCart = 0;
      for (ClickEvent event : visit) {
        switch (event.eventType()) {
          case ADD_TO_CART -> inCart++;
          case CHECKOUT -> assertThat(inCart).as("cart of %s", event).isPositive();
          case PURCHASE -> inCart = 0;
          case PAGE_VIEW, HEARTBEAT -> {}
        }
      }
    }
  }

  @Test
  void fewerDoWhatComesLaterInAVisit() {
    Map<EventType, Long> count =
        CLICKS.stream()
            .collect(Collectors.groupingBy(ClickEvent::eventType, Collectors.counting()));

    assertThat(count.get(EventType.PAGE_VIEW)).isGreaterThan(70_000);
    assertThat(count.get(EventType.ADD_TO_CART)).isBetween(5_000L, 12_000L);
    assertThat(count.get(EventType.CHECKOUT)).isLessThan(count.get(EventType.ADD_TO_CART));
    assertThat(count.get(EventType.PURCHASE))
        .isBetween(2_000L, count.get(EventType.CHECKOUT) * 8 / 10);
  }

  @Test
  void aVisitBelongsToOneUserWhoNeverHasTwoAtOnce() {
    Map<String, String> lastVisit = new HashMap<>();
    Set<String> closed = new HashSet<>();
    for (ClickEvent event : CLICKS) {
      assertThat(event.sessionId()).startsWith(event.userId() + "-");
      assertThat(closed.contains(event.sessionId())).as("%s goes on later", event).isFalse();
      String before = lastVisit.put(event.userId(), event.sessionId());
      if (before != null && !before.equals(event.sessionId())) {
        closed.add(before);
      }
    }
    assertThat(closed).as("visits of users who came again").hasSizeGreaterThan(1_000);
  }

  @Test
  void countryAndDeviceOfAUserNeverChange() {
    record Traits(String country, String device) {}
    Map<String, Set<Traits>> traits =
        CLICKS.stream()
            .collect(
                Collectors.groupingBy(
                    ClickEvent::userId,
                    Collectors.mapping(
                        e -> new Traits(e.country(), e.device()), Collectors.toSet())));

    assertThat(traits.values()).allSatisfy(of -> assertThat(of).hasSize(1));
    assertThat(traits.values().stream().flatMap(Set::stream).distinct()).hasSize(7 * 3);
  }

  @Test
  void theMeanTimeBetweenTwoEventsOfAVisitIsTheThinkTime() {
    long gaps = 0;
    Duration sum = Duration.ZERO;
    for (List<ClickEvent> visit : VISITS.values()) {
      gaps += visit.size() - 1;
      sum =
          sum.plus(
              Duration.between(visit.get(0).eventTime(), visit.get(visit.size() - 1).eventTime()));
    }
    assertThat(sum.toMillis() / 1_000.0 / gaps).isCloseTo(20, within(1.0));
  }

  private interface Check {
    void of(ClickEvent before, ClickEvent event);
  }

  private static void assertEachHas(EventType type, Check check) {
    int found = 0;
    for (List<ClickEvent> visit : VISITS.values()) {
      for (int i = 1; i < visit.size(); i++) {
        if (visit.get(i).eventType() == type) {
          check.of(visit.get(i - 1), visit.get(i));
          found++;
        }
      }
    }
    assertThat(found).isGreaterThan(1_000);
  }
}
