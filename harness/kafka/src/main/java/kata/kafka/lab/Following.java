package kata.kafka.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.ConsumerGroupHeartbeatRequest;
import org.apache.kafka.common.requests.FetchMetadata;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.JoinGroupRequest;
import org.apache.kafka.common.requests.OffsetCommitRequest;
import org.apache.kafka.common.requests.SyncGroupRequest;

/**
 * Follows how far a consumer has read, by what it asks the broker for. A consumer asks for what
 * comes after a record only when it has handed that record to its program.
 */
final class Following {

  private final Map<Integer, Long> next = new TreeMap<>();
  private final List<Exchange> commits = new ArrayList<>();
  private Membership membership;
  private boolean joining;
  private boolean asked;

  /** The consumer sends a request. */
  synchronized void see(Exchange exchange) {
    AbstractRequest request = exchange.request();
    if (request instanceof FetchRequest fetch) {
      fetches(fetch.data());
    } else if (request instanceof JoinGroupRequest) {
      joining = true;
    } else if (request instanceof SyncGroupRequest sync) {
      membership =
          new Membership(
              sync.data().groupId(), sync.data().memberId(), Membership.Protocol.CLASSIC);
    } else if (request instanceof ConsumerGroupHeartbeatRequest beat) {
      membership =
          new Membership(
              beat.data().groupId(), beat.data().memberId(), Membership.Protocol.CONSUMER);
    } else if (request instanceof OffsetCommitRequest) {
      commits.add(exchange);
    }
  }

  /** In a session a fetch names only what differs from the one before. */
  private void fetches(FetchRequestData fetch) {
    Map<Integer, Long> before = Map.copyOf(next);
    if (fetch.sessionEpoch() == FetchMetadata.INITIAL_EPOCH
        || fetch.sessionEpoch() == FetchMetadata.FINAL_EPOCH) {
      next.clear();
    }
    fetch
        .topics()
        .forEach(
            topic -> topic.partitions().forEach(it -> next.put(it.partition(), it.fetchOffset())));
    fetch.forgottenTopicsData().forEach(topic -> next.keySet().removeAll(topic.partitions()));
    if (joining || !next.equals(before)) {
      joining = false;
      asked = false;
    }
  }

  /** The program asks whether to stop: what it was handed until now it has handled. */
  synchronized void asks() {
    asked = true;
  }

  /** Returns the partitions that the consumer reads now. */
  synchronized Set<Integer> partitions() {
    return new TreeSet<>(next.keySet());
  }

  /**
   * Returns whether there is nothing left to do: the program has handled what is there of all
   * partitions that its consumer reads, and what it has committed has arrived.
   *
   * @param ends how many records there are, by partition
   */
  synchronized boolean isIdle(Map<Integer, Long> ends) {
    return asked
        && !joining
        && !next.isEmpty()
        && next.entrySet().stream().allMatch(it -> it.getValue() >= ends.get(it.getKey()))
        && commits.stream().allMatch(Exchange::isDone);
  }

  /** Returns the membership of the consumer, if it has become a member of a group. */
  synchronized Optional<Membership> membership() {
    return Optional.ofNullable(membership);
  }
}
