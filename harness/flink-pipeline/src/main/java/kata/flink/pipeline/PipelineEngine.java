package kata.flink.pipeline;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.flink.lab.FlinkEngine;
import kata.flink.lab.LocalCluster;
import kata.harness.lab.Engine;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Transcript;
import org.apache.flink.runtime.minicluster.MiniCluster;

/**
 * The lab for whole pipelines on Flink: plays scenarios on one MiniCluster for the whole JVM, with
 * real services, which start when the first pipeline asks for them.
 */
public final class PipelineEngine implements Engine {

  /** Enough for pipelines that read with several readers. */
  private static final int SLOTS = 4;

  private static final int CLOSE_SECONDS = 10;

  private final FlinkEngine plain = new FlinkEngine();
  private MiniCluster cluster;
  private volatile int cancelled;

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
    int cancelledBefore = cancelled;
    return new PipelinePlay((Scenario<Message>) scenario, () -> cluster(cancelledBefore))
        .run(pipeline);
  }

  private synchronized MiniCluster cluster(int cancelledBefore) {
    if (cancelled != cancelledBefore) {
      throw new CancellationException("The play was cancelled while the job was built.");
    }
    if (cluster == null) {
      cluster = LocalCluster.start(SLOTS);
    }
    return cluster;
  }

  /** Leaves the cluster to itself: a task that does not end would keep its slot for ever. */
  @Override
  public void cancel() {
    cancelled++;
    MiniCluster abandoned = forget();
    if (abandoned != null) {
      abandoned.closeAsync();
    }
  }

  private synchronized MiniCluster forget() {
    MiniCluster abandoned = cluster;
    cluster = null;
    return abandoned;
  }

  @Override
  public List<String> explain(Throwable thrown) {
    List<String> explained = PipelineExceptions.explain(thrown);
    return explained.isEmpty() ? plain.explain(thrown) : explained;
  }

  @Override
  public void close() {
    MiniCluster closing = forget();
    if (closing != null) {
      closing.closeAsync().orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS).handle((ok, e) -> ok).join();
    }
  }
}
