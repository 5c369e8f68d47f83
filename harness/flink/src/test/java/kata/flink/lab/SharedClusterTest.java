package kata.flink.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedClusterTest {

  private final SharedCluster shared = new SharedCluster(1);

  @AfterEach
  void stop() {
    shared.close();
  }

  @Test
  void one_play_after_the_other_gets_the_same_cluster() {
    MiniCluster first = shared.forOnePlay().get();

    assertThat(shared.forOnePlay().get()).isSameAs(first);
    assertThat(first.isRunning()).isTrue();
  }

  @Test
  void a_play_that_is_cancelled_gets_none_any_more_and_the_next_one_gets_another() {
    Supplier<MiniCluster> cancelled = shared.forOnePlay();
    MiniCluster first = cancelled.get();

    shared.abandon();

    assertThat(first.isRunning()).isFalse();
    assertThatThrownBy(cancelled::get).isInstanceOf(CancellationException.class);
    assertThat(shared.forOnePlay().get()).isNotSameAs(first).matches(MiniCluster::isRunning);
  }

  @Test
  void a_play_that_is_cancelled_before_it_asks_starts_none() {
    Supplier<MiniCluster> cancelled = shared.forOnePlay();

    shared.abandon();

    assertThatThrownBy(cancelled::get).isInstanceOf(CancellationException.class);
  }

  @Test
  void a_cluster_that_is_closed_has_ended() {
    MiniCluster first = shared.forOnePlay().get();

    shared.close();

    assertThat(first.closeAsync()).isCompleted();
  }
}
