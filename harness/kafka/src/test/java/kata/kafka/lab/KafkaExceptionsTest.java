package kata.kafka.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.Test;

class KafkaExceptionsTest {

  @Test
  void a_topic_that_is_there_already_is_explained_however_deep_its_exception_lies() {
    RuntimeException thrown = new RuntimeException(new TopicExistsException("orders"));

    assertThat(KafkaExceptions.explain(thrown))
        .containsExactly(
            "The topic is there already, as it is whenever a program runs the second time.",
            "Make what is missing, and change what is there.");
  }

  @Test
  void a_commit_that_comes_while_partitions_move_is_no_failure() {
    assertThat(KafkaExceptions.explain(new RebalanceInProgressException("Later.")))
        .containsExactly(
            "The group shares its partitions anew; until that is over, no member can commit.",
            "Go on: the next poll joins in, and the next commit covers the same offsets.");
  }

  @Test
  void what_says_enough_by_itself_is_not_explained() {
    assertThat(KafkaExceptions.explain(new IllegalStateException("Say this."))).isEmpty();
  }
}
