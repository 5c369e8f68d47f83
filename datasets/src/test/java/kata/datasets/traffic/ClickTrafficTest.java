package kata.datasets.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;
import kata.datasets.ClickEvent;
import kata.datasets.files.Csv;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import org.junit.jupiter.api.Test;

class ClickTrafficTest {

  private static final JsonLines<ClickEvent> JSON = JsonLines.of(EventFields.CLICKS);
  private static final Csv<ClickEvent> CSV = Csv.of(EventFields.CLICKS);
  private static final String SHA_256_OF_10_000_LINES_OF_SEED_42 =
      "5c6652e783b2cf66124acdd6015d6fd012cd50276c59d5515891a5580f0d7fa6";

  @Test
  void isTheSameToTheByteOnEveryJdk() {
    assertThat(sha256(10_000, 42))
        .as("SHA-256 of the first 10,000 JSON lines of seed 42, the same for every JDK and machine")
        .isEqualTo(SHA_256_OF_10_000_LINES_OF_SEED_42);
  }

  @Test
  void isTheSameInEveryRun() {
    ClickTraffic traffic = ClickTraffic.ofSeed(7);

    assertThat(traffic.first(20_000)).isEqualTo(ClickTraffic.ofSeed(7).first(20_000).toList());
    assertThat(traffic.first(20_000)).isEqualTo(traffic.first(20_000).toList());
  }

  @Test
  void isTheSameInEveryCountry() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(sha256(10_000, 42)).isEqualTo(SHA_256_OF_10_000_LINES_OF_SEED_42);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void differsFromSeedToSeed() {
    assertThat(sha256(1_000, 1)).isNotEqualTo(sha256(1_000, 2));
  }

  @Test
  void givesEveryEventAnIdentifierOfItsOwn() {
    assertThat(ClickTraffic.ofSeed(42).first(50_000).map(ClickEvent::eventId).distinct())
        .hasSize(50_000);
  }

  @Test
  void delaysChangeTheOrderOfTheEventsButNotTheEvents() {
    TrafficSettings settings = TrafficSettings.defaults();
    Map<String, ClickEvent> inOrder =
        new ClickTraffic(42, settings.withDisorder(Disorder.none()))
            .first(10_000)
            .collect(Collectors.toMap(ClickEvent::eventId, Function.identity()));

    List<ClickEvent> arrivals = new ClickTraffic(42, settings).first(8_000).toList();

    assertThat(arrivals).allSatisfy(e -> assertThat(e).isEqualTo(inOrder.get(e.eventId())));
    assertThat(arrivals.stream().map(ClickEvent::eventId).toList())
        .isNotEqualTo(inOrder.values().stream().limit(8_000).map(ClickEvent::eventId).toList());
  }

  @Test
  void keepsFewEventsInMemoryHoweverManyComeOut() {
    ArrivalOrder<ClickEvent> arrivals = ClickTraffic.ofSeed(42).arrivalOrder();
    int most = 0;
    for (int i = 0; i < 300_000; i++) {
      arrivals.next();
      most = Math.max(most, arrivals.waiting());
    }
    assertThat(most).isBetween(10, 250);
  }

  @Test
  void neverHoldsBackMoreThanTheMostEvents() {
    TrafficSettings extreme =
        TrafficSettings.defaults()
            .withEventsPerSecond(50_000)
            .withThinkTime(Duration.ofMillis(100))
            .withDisorder(new Disorder(0, Duration.ofMillis(1), 0.4, Duration.ofDays(1)));
    ArrivalOrder<ClickEvent> arrivals =
        new ArrivalOrder<>(
            new Occurrences<>(extreme, new Random(1), Visit::new),
            extreme.disorder(),
            new Random(2));
    for (int i = 0; i < 600_000; i++) {
      arrivals.next();
    }
    assertThat(arrivals.waiting())
        .isBetween(TrafficSettings.MOST_DELAYED - 1_000, TrafficSettings.MOST_DELAYED);
  }

  @Test
  void makesAndWritesAMillionEventsInSeconds() {
    ClickTraffic traffic = ClickTraffic.ofSeed(42);
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long before = clock.getCurrentThreadCpuTime();

    JSON.write(traffic.first(1_000_000), OutputStream.nullOutputStream());
    CSV.write(traffic.first(1_000_000), OutputStream.nullOutputStream());

    // The time of this thread alone, so that a busy machine makes no difference.
    assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - before))
        .isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void hasNoFewerThanNoEvents() {
    assertThat(ClickTraffic.ofSeed(42).first(0)).isEmpty();
    assertThatThrownBy(() -> ClickTraffic.ofSeed(42).first(-1))
        .isInstanceOf(TrafficException.class)
        .hasMessage("count is -1. Allowed: 0 to %d.", Long.MAX_VALUE);
  }

  private static String sha256(int lines, long seed) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
      JSON.write(ClickTraffic.ofSeed(seed).first(lines), out);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
