package kata.kafka.lab;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import kata.harness.lab.LabException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** A consumer group as the broker sees it. */
final class ReaderGroup {

  private final LabBroker lab;
  private final String name;

  ReaderGroup(LabBroker lab, String name) {
    this.lab = lab;
    this.name = name;
  }

  /** Returns whether so many members have agreed on who reads which partition. */
  boolean isStable(int members) throws InterruptedException {
    try {
      ConsumerGroupDescription group =
          admin().describeConsumerGroups(List.of(name)).describedGroups().get(name).get();
      return group.groupState() == GroupState.STABLE && group.members().size() == members;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw new LabException(
          "Kafka did not describe a group: " + e.getCause(), e.getCause());
    }
  }

  /** Members that have died without a word leave the group now, and not after a timeout. */
  void removeDead() throws InterruptedException {
    if (isStable(1)) {
      lab.done(
          admin()
              .removeMembersFromConsumerGroup(name, new RemoveMembersFromConsumerGroupOptions())
              .all(),
          "remove a member");
    }
  }

  /** Returns the offsets that the group has committed, by partition. */
  Map<Integer, Long> committed(String topic) {
    Map<Integer, Long> committed = new TreeMap<>();
    lab.done(
            admin().listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata(),
            "tell what is committed")
        .forEach(
            (partition, offset) -> {
              if (partition.topic().equals(topic) && offset != null) {
                committed.put(partition.partition(), offset.offset());
              }
            });
    return committed;
  }

  private Admin admin() {
    return lab.admin();
  }
}
