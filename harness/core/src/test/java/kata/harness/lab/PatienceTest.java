package kata.harness.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static final Duration SHORT = Duration.ofMillis(1);

  private final AtomicInteger asked = new AtomicInteger();
  private final CompletableFuture<String> play = new CompletableFuture<>();

  @Test
  void it_ends_with_the_limit_where_the_machine_has_time() {
    Patience patience = new Patience(SHORT, () -> asked.incrementAndGet() < 0);

    assertThatThrownBy(() -> patience.await(play)).isInstanceOf(TimeoutException.class);
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_slow_play_is_waited_for_on_a_crowded_machine() throws Exception {
    Patience patience =
        new Patience(SHORT, () -> asked.incrementAndGet() < 3 || play.complete("rows"));

    assertThat(patience.await(play)).isEqualTo("rows");
    assertThat(asked).hasValue(3);
  }

  @Test
  void an_endless_play_is_given_up_there_too() {
    Patience patience = new Patience(SHORT, () -> asked.incrementAndGet() > 0);

    assertThatThrownBy(() -> patience.await(play)).isInstanceOf(TimeoutException.class);
    assertThat(asked).hasValue(Patience.MOST_LIMITS - 1);
  }
}
