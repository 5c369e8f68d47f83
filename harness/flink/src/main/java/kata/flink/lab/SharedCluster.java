package kata.flink.lab;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.flink.runtime.minicluster.MiniCluster;

/**
 * One MiniCluster for all plays of this JVM. It starts when a play first needs it, and another one
 * takes its place when a play is cancelled, whose tasks may keep their slots for ever.
 */
public final class SharedCluster implements AutoCloseable {

  private static final int CLOSE_SECONDS = 10;

  private final int slots;
  private MiniCluster cluster;
  private int cancelled;

  /**
   * Prepares a cluster.
   *
   * @param slots how many slots its only task manager will have
   */
  public SharedCluster(int slots) {
    this.slots = slots;
  }

  /**
   * Begins a play, before its job is built.
   *
   * @return the cluster for this play, which starts if it has not; throws a {@link
   *     CancellationException} once the play has been cancelled, and a {@link
   *     kata.harness.lab.LabException} if this machine allows no cluster
   */
  public synchronized Supplier<MiniCluster> forOnePlay() {
    int cancelledBefore = cancelled;
    return () -> cluster(cancelledBefore);
  }

  private synchronized MiniCluster cluster(int cancelledBefore) {
    if (cancelled != cancelledBefore) {
      throw new CancellationException("The play was cancelled while the job was built.");
    }
    if (cluster == null) {
      cluster = LocalCluster.start(slots);
    }
    return cluster;
  }

  /** Cancels the play that has begun, and leaves its cluster to itself. */
  public void abandon() {
    MiniCluster abandoned = cancel();
    if (abandoned != null) {
      abandoned.closeAsync();
    }
  }

  private synchronized MiniCluster cancel() {
    cancelled++;
    return forget();
  }

  private synchronized MiniCluster forget() {
    MiniCluster forgotten = cluster;
    cluster = null;
    return forgotten;
  }

  /** Stops the cluster and waits for it, because it removes its temporary files last of all. */
  @Override
  public void close() {
    MiniCluster closing = forget();
    if (closing != null) {
      closing.closeAsync().orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS).handle((ok, e) -> ok).join();
    }
  }
}
