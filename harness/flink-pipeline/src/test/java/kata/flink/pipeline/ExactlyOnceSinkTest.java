package kata.flink.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class ExactlyOnceSinkTest {

  @Test
  void a_timeout_may_have_spaces_around_it_as_for_kafka() {
    assertThatCode(() -> demandToFit(" 60000 ")).doesNotThrowAnyException();
  }

  @Test
  void a_timeout_that_is_no_number_is_named() {
    assertThatThrownBy(() -> demandToFit("one minute"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll("one minute", "transaction.timeout.ms");
  }

  private static void demandToFit(String timeout) {
    KafkaSink<String> sink =
        Pipelines.out("localhost:9092", "out")
            .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
            .setTransactionalIdPrefix("copy")
            .setProperty("transaction.timeout.ms", timeout)
            .build();
    ExactlyOnceSink.of(sink)
        .orElseThrow()
        .demandToFit(
            StreamExecutionEnvironment.getExecutionEnvironment()
                .enableCheckpointing(1000)
                .getCheckpointConfig());
  }
}
