package kata.kafka.topics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kata.harness.diagnosis.Misconception;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** What people get wrong when they make topics. */
public final class OrderTopicsMisconceptions {

  private OrderTopicsMisconceptions() {}

  @Misconception(
      headline = "The program fails as soon as a topic is there already.",
      when = "topics are created, whatever the broker has.",
      rule = "A program that makes topics runs at each start: it must be idempotent.")
  public static final class CreatesOnly extends MakingTopics {
    @Override
    void make(Admin admin, Set<String> there, NewTopic topic) throws Exception {
      create(admin, topic);
    }
  }

  @Misconception(
      headline = "A topic that was there before has the settings that it had before.",
      when = "a topic that exists is left as it is.",
      rule = "A topic that exists is not yet the topic you need: compare, and change it.",
      hint = 2)
  public static final class LeavesWhatExists extends MakingTopics {
    @Override
    void make(Admin admin, Set<String> there, NewTopic topic) throws Exception {
      try {
        create(admin, topic);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  @Misconception(
      headline = "The records that were in the topics are gone.",
      when = "a topic is deleted and created again, to get its new settings.",
      rule = "Settings and partitions of a topic change while it is in use; its records stay.",
      hint = 2)
  public static final class StartsAfresh extends MakingTopics {
    @Override
    void change(Admin admin, NewTopic topic) throws Exception {
      admin.deleteTopics(List.of(topic.name())).all().get();
      create(admin, topic);
    }
  }

  @Misconception(
      headline = "An old topic has its new settings, and too few partitions.",
      when = "partitions are thought to be a setting like the others.",
      rule = "Partitions are added by a call of their own; they are no part of a topic's settings.",
      hint = 2)
  public static final class KeepsPartitions extends MakingTopics {
    @Override
    void addPartitions(Admin admin, NewTopic topic) {}
  }

  @Misconception(
      headline = "An old topic has enough partitions, and its old settings.",
      when = "only the partitions of a topic that exists are changed.",
      rule = "What is given when a topic is created is not looked at again once it exists.",
      hint = 2)
  public static final class KeepsSettings extends MakingTopics {
    @Override
    void set(Admin admin, NewTopic topic) {}
  }

  @Misconception(
      headline = "The broker refuses to add partitions to a topic that has enough.",
      when = "partitions are asked for without a look at how many there are.",
      rule = "A topic can get more partitions, and neither as many as it has nor fewer.",
      hint = 2)
  public static final class AddsBlindly extends MakingTopics {
    @Override
    void addPartitions(Admin admin, NewTopic topic) throws Exception {
      increase(admin, topic, topic.numPartitions());
    }
  }

  @Misconception(
      headline = "The broker is asked for as many partitions as it has.",
      when = "the number of partitions that are missing is given, instead of that of all.",
      rule = "The call wants to know how many partitions the topic has in the end.",
      hint = 2)
  public static final class CountsTheMissing extends MakingTopics {
    @Override
    void addPartitions(Admin admin, NewTopic topic) throws Exception {
      int missing = topic.numPartitions() - partitions(admin, topic);
      if (missing > 0) {
        increase(admin, topic, missing);
      }
    }
  }

  @Misconception(
      headline = "Orders are gone after three quarters of an hour.",
      when = "the retention is given in seconds.",
      rule = "A setting says its unit at the end of its name: retention.ms is in milliseconds.")
  public static final class RetentionInSeconds extends MakingTopics {
    @Override
    Map<String, String> orders() {
      return Map.of("retention.ms", String.valueOf(TimeUnit.DAYS.toSeconds(30)));
    }
  }

  @Misconception(
      headline = "A topic of somebody else has new settings.",
      when = "all topics that the broker lists are changed.",
      rule = "A broker is shared: change the topics that you name, and no others.")
  public static final class ChangesAll extends MakingTopics {
    @Override
    void make(Admin admin, Set<String> there, NewTopic topic) throws Exception {
      super.make(admin, there, topic);
      String prefix = topic.name().substring(0, topic.name().lastIndexOf('-') + 1);
      for (String other : there) {
        if (other.startsWith(prefix) && !other.equals(topic.name())) {
          set(admin, new NewTopic(other, 1, (short) 1).configs(orders()));
        }
      }
    }
  }

  @Misconception(
      headline = "The retention has become a negative number.",
      when = "milliseconds of 30 days are computed in an int, which has no room for them.",
      rule = "An int holds less than 25 days of milliseconds: compute durations in a long.")
  public static final class RetentionOverflows extends MakingTopics {
    @Override
    Map<String, String> orders() {
      int days = 30;
      return Map.of("retention.ms", String.valueOf(days * 24 * 60 * 60 * 1000));
    }
  }

  @Misconception(
      headline = "Orders are deleted before their 30 days are over, when there are many.",
      when = "the topic is also limited in bytes.",
      rule = "A topic with two limits deletes at the first that is reached.")
  public static final class LimitsSize extends MakingTopics {
    @Override
    Map<String, String> orders() {
      return Map.of("retention.ms", days(30), "retention.bytes", String.valueOf(1L << 30));
    }
  }

  @Misconception(
      headline = "Of customers, too, nothing is kept that is older than the retention.",
      when = "the topic is compacted and deleted from.",
      rule = "With compact,delete old records go, the latest of a key as well.",
      hint = 2)
  public static final class CompactsAndDeletes extends MakingTopics {
    @Override
    Map<String, String> customers() {
      return Map.of("cleanup.policy", "compact,delete", "delete.retention.ms", days(2));
    }
  }

  @Misconception(
      headline = "Tombstones of customers are gone after a day.",
      when = "the retention of records is set, which a compacted topic does not look at.",
      rule = "retention.ms is for what is deleted by age; tombstones have a setting of their own.",
      hint = 2)
  public static final class RetentionForTombstones extends MakingTopics {
    @Override
    Map<String, String> customers() {
      return Map.of("cleanup.policy", "compact", "retention.ms", days(2));
    }
  }

  @Misconception(
      headline = "Customers are not compacted: each old address stays until all are deleted.",
      when = "the topic has a retention and no other policy.",
      rule = "By default a topic deletes by age; compaction has to be asked for.")
  public static final class DeletesCustomers extends MakingTopics {
    @Override
    Map<String, String> customers() {
      return Map.of("retention.ms", days(2));
    }
  }
}
