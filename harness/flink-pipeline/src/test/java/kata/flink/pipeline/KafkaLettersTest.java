package kata.flink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import kata.harness.transcript.Transcript;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaLettersTest {

  private final Locale before = Locale.getDefault();

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  void a_pipeline_runs_on_a_machine_that_speaks_turkish() throws Exception {
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    PipelineEngine engine = new PipelineEngine();
    try {
      Transcript transcript =
          engine.play(Pipelines.copy(DeliveryGuarantee.AT_LEAST_ONCE), Pipelines.CRASH);

      assertThat(Pipelines.values(transcript))
          .containsExactly("12:01 one", "12:05 two", "12:05 two", "12:05 three");
    } finally {
      engine.close();
    }
  }
}
