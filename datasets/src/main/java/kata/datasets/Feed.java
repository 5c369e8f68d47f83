package kata.datasets;

import java.io.Serializable;
import java.util.Map;

/**
 * How the events of a story reach a job.
 *
 * @param raw whether the steps bring no watermarks, so that the job has to find its own
 * @param partitions how many partitions the input has; 1 or more
 * @param partitionOf by event identifier, the partition in which an event lies, counted from 0; an
 *     event that is not named lies in partition 0
 */
public record Feed(boolean raw, int partitions, Map<String, Integer> partitionOf)
    implements Serializable {

  /** The usual feed: one partition, and each step brings its watermark. */
  public static final Feed WITH_WATERMARKS = new Feed(false, 1, Map.of());

  public Feed {
    partitionOf = Map.copyOf(partitionOf);
  }

  /** Returns the partition in which an event lies, counted from 0. */
  public int partitionOf(TimedEvent event) {
    return partitionOf.getOrDefault(event.eventId(), 0);
  }
}
