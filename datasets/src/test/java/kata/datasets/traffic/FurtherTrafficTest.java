package kata.datasets.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kata.datasets.AdClick;
import kata.datasets.Order;
import kata.datasets.OrderStatus;
import kata.datasets.TimedEvent;
import kata.datasets.Transaction;
import kata.datasets.TransactionStatus;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders, transactions and ad clicks come from the same kind of generator as clicks. */
class FurtherTrafficTest {

  private static final TrafficSettings SETTINGS = TrafficSettings.defaults();
  private static final TrafficSettings IN_ORDER =
      SETTINGS.withDisorder(Disorder.none()).withWrongClocks(WrongClocks.none());

  /**
   * A dataset.
   *
   * @param sha256 of the first 10,000 JSON lines of seed 42
   */
  private record Dataset<T extends TimedEvent>(
      Traffic<T> traffic, EventFields<T> fields, String sha256) {

    private void write(long events, OutputStream out) {
      JsonLines.of(fields).write(traffic.first(events), out);
    }

    @Override
    public String toString() {
      return traffic.getClass().getSimpleName();
    }
  }

  static Stream<Dataset<?>> datasets() {
    return Stream.of(
        new Dataset<>(
            new OrderTraffic(42, SETTINGS),
            EventFields.ORDERS,
            "4714a42073a1b8f430bb769c7d16f1f65c839ec084834fbc6c162579e44f2760"),
        new Dataset<>(
            new TransactionTraffic(42, SETTINGS),
            EventFields.TRANSACTIONS,
            "533e40f93ea6ee7f75aec72cc8cafb392623a8b58532d728983b217199091be9"),
        new Dataset<>(
            new AdClickTraffic(42, SETTINGS),
            EventFields.AD_CLICKS,
            "49168306a68d09c6d511cdec91fadf9bd89e669b5dfb09841d6f8fdcbcc1bc7f"));
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void isTheSameToTheByteOnEveryJdk(Dataset<?> dataset) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    dataset.write(10_000, new DigestOutputStream(OutputStream.nullOutputStream(), digest));

    assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(dataset.sha256());
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void theStatedShareIsLateAndEveryEventHasItsOwnIdentifier(Dataset<?> dataset) {
    List<? extends TimedEvent> events = dataset.traffic().first(50_000).toList();
    Instant newest = SETTINGS.start();
    int late = 0;
    for (TimedEvent event : events) {
      if (event.eventTime().isBefore(newest.minus(SETTINGS.disorder().bound()))) {
        late++;
      }
      newest = event.eventTime().isAfter(newest) ? event.eventTime() : newest;
    }

    // One in 100 is delayed by more than the bound, and one in 100 has a clock that is behind.
    assertThat(late / 50_000.0).isCloseTo(0.02, within(0.004));
    assertThat(events.stream().map(TimedEvent::eventId).distinct()).hasSize(50_000);
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void makesAndWritesAMillionEventsInSeconds(Dataset<?> dataset) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long before = clock.getCurrentThreadCpuTime();

    dataset.write(1_000_000, OutputStream.nullOutputStream());

    // The time of this thread alone, so that a busy machine makes no difference.
    assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - before))
        .isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void settingsHaveToFitTogether() {
    TrafficSettings tooFewUsers = SETTINGS.withUsers(2);
    assertThatThrownBy(() -> new OrderTraffic(42, tooFewUsers))
        .isInstanceOf(TrafficException.class);
    assertThatThrownBy(() -> new TransactionTraffic(42, tooFewUsers))
        .isInstanceOf(TrafficException.class);
    assertThatThrownBy(() -> new AdClickTraffic(42, tooFewUsers))
        .isInstanceOf(TrafficException.class);
  }

  @Test
  void anOrderGoesFromCreatedToDeliveredOrIsCancelled() {
    Map<String, List<Order>> changes =
        new OrderTraffic(42, IN_ORDER)
            .first(50_000)
            .collect(Collectors.groupingBy(Order::orderId, Collectors.toList()));
    Map<List<OrderStatus>, Long> lives =
        changes.values().stream()
            .map(order -> order.stream().map(Order::status).toList())
            .filter(it -> it.contains(OrderStatus.DELIVERED) || it.contains(OrderStatus.CANCELLED))
            .collect(Collectors.groupingBy(life -> life, Collectors.counting()));
    double all = lives.values().stream().mapToLong(Long::longValue).sum();

    assertThat(lives)
        .containsOnlyKeys(
            List.of(
                OrderStatus.CREATED, OrderStatus.PAID, OrderStatus.SHIPPED, OrderStatus.DELIVERED),
            List.of(OrderStatus.CREATED, OrderStatus.CANCELLED),
            List.of(OrderStatus.CREATED, OrderStatus.PAID, OrderStatus.CANCELLED));
    assertThat(lives.get(List.of(OrderStatus.CREATED, OrderStatus.CANCELLED)) / all)
        .isCloseTo(0.1, within(0.01));
    assertThat(changes.values())
        .allSatisfy(
            order ->
                assertThat(order.stream().map(FurtherTrafficTest::whatStaysTheSame).distinct())
                    .hasSize(1));
  }

  @Test
  void aThiefIsDeclinedThreeTimesAndThenGetsALargeAmountWithinTenMinutes() {
    List<Transaction> transactions = new TransactionTraffic(42, IN_ORDER).first(50_000).toList();
    Map<String, List<Transaction>> ofUsers =
        transactions.stream().collect(Collectors.groupingBy(Transaction::userId));
    long thefts = 0;
    for (List<Transaction> ofUser : ofUsers.values()) {
      for (int last = 3; last < ofUser.size(); last++) {
        thefts += isTheft(ofUser.subList(last - 3, last + 1)) ? 1 : 0;
      }
    }
    long thieves = transactions.stream().filter(it -> it.amountCents() >= 100_000).count();
    long declined =
        transactions.stream().filter(it -> it.status() == TransactionStatus.DECLINED).count();

    assertThat(thefts).isEqualTo(thieves).isBetween(220L, 380L);
    assertThat((declined - 3.0 * thefts) / (50_000 - 4.0 * thefts)).isCloseTo(0.05, within(0.004));
  }

  @Test
  void fewAdvertisementsGetMostClicks() {
    Map<String, Long> clicks =
        new AdClickTraffic(42, SETTINGS)
            .first(50_000)
            .collect(Collectors.groupingBy(AdClick::campaignId, Collectors.counting()));

    assertThat(clicks).containsOnlyKeys("spring", "coffee", "gifts", "machines");
    assertThat(clicks.get("spring") / 50_000.0).isCloseTo(0.51, within(0.01));
    assertThat(clicks.get("machines") / 50_000.0).isCloseTo(0.02, within(0.003));
    assertThat(new AdClickTraffic(42, SETTINGS).first(50_000))
        .allSatisfy(
            click -> {
              assertThat(click.adId()).startsWith(click.campaignId() + "-");
              assertThat(click.priceCents()).isBetween(30L, 288L);
            });
  }

  private static List<Object> whatStaysTheSame(Order order) {
    return List.of(order.userId(), order.category(), order.region(), order.amountCents());
  }

  private static boolean isTheft(List<Transaction> four) {
    return four.subList(0, 3).stream().allMatch(it -> it.status() == TransactionStatus.DECLINED)
        && four.get(3).status() == TransactionStatus.APPROVED
        && four.get(3).amountCents() >= 100_000
        && Duration.between(four.get(0).eventTime(), four.get(3).eventTime()).toMinutes() < 10;
  }
}
