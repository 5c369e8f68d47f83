package kata.flink.pipeline;

import java.util.List;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.flink.lab.FlinkEngine;
import kata.flink.lab.SharedCluster;
import kata.harness.lab.Engine;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Transcript;

/**
 * The lab for whole pipelines on Flink: plays scenarios on one MiniCluster for the whole JVM, with
 * real services, which start when the first pipeline asks for them.
 */
public final class PipelineEngine implements Engine {

  /** Enough for pipelines that read with several readers. */
  private static final int SLOTS = 4;

  private final FlinkEngine plain = new FlinkEngine();
  private final SharedCluster cluster = new SharedCluster(SLOTS);

  /** Prepares the lab, in a JVM whose language the pipelines do not depend on from now on. */
  public PipelineEngine() {
    KafkaLetters.spell();
  }

  @Override
  public String name() {
    return plain.name();
  }

  @Override
  public boolean replaces(Engine other) {
    return other instanceof FlinkEngine;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Transcript play(Object answer, Scenario<?> scenario) throws Exception {
    if (!(answer instanceof Pipeline pipeline)) {
      throw LearnerMistake.isNot(Pipeline.class, answer);
    }
    return new PipelinePlay((Scenario<Message>) scenario, cluster.forOnePlay()).run(pipeline);
  }

  @Override
  public void cancel() {
    cluster.abandon();
  }

  @Override
  public List<String> explain(Throwable thrown) {
    List<String> explained = PipelineExceptions.explain(thrown);
    return explained.isEmpty() ? plain.explain(thrown) : explained;
  }

  @Override
  public void close() {
    cluster.close();
  }
}
