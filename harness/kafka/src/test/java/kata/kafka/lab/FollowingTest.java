package kata.kafka.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.ConsumerGroupHeartbeatRequestData;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.FetchRequestData.FetchPartition;
import org.apache.kafka.common.message.FetchRequestData.FetchTopic;
import org.apache.kafka.common.message.FetchRequestData.ForgottenTopic;
import org.apache.kafka.common.message.JoinGroupRequestData;
import org.apache.kafka.common.message.OffsetCommitRequestData;
import org.apache.kafka.common.message.SyncGroupRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.junit.jupiter.api.Test;

class FollowingTest {

  private static final Uuid ORDERS = new Uuid(1, 2);
  private static final Map<Integer, Long> ENDS = Map.of(0, 3L, 1, 1L);

  private final Following following = new Following();

  @Test
  void a_program_is_idle_when_it_asks_after_its_last_record() {
    assertThat(following.isIdle(ENDS)).isFalse();
    sees(ApiKeys.FETCH, fetch(0, Map.of(0, 0L, 1, 0L)));
    following.asks();
    assertThat(following.isIdle(ENDS)).isFalse();

    sees(ApiKeys.FETCH, fetch(1, Map.of(0, 3L, 1, 1L)));
    assertThat(following.isIdle(ENDS)).isFalse();

    following.asks();
    assertThat(following.isIdle(ENDS)).isTrue();
  }

  @Test
  void one_that_has_not_begun_to_read_is_not_idle() {
    following.asks();

    assertThat(following.isIdle(ENDS)).isFalse();
  }

  @Test
  void a_fetch_of_a_session_names_only_what_is_different() {
    sees(ApiKeys.FETCH, fetch(0, Map.of(0, 3L, 1, 0L)));
    sees(ApiKeys.FETCH, fetch(1, Map.of(1, 1L)));
    following.asks();

    assertThat(following.partitions()).containsExactly(0, 1);
    assertThat(following.isIdle(ENDS)).isTrue();
  }

  @Test
  void partitions_are_given_away_in_a_session_and_by_a_new_one() {
    sees(ApiKeys.FETCH, fetch(0, Map.of(0, 0L, 1, 1L)));
    FetchRequestData forgets = fetch(1, Map.of());
    forgets
        .forgottenTopicsData()
        .add(new ForgottenTopic().setTopicId(ORDERS).setPartitions(List.of(0)));
    sees(ApiKeys.FETCH, forgets);
    assertThat(following.partitions()).containsExactly(1);

    sees(ApiKeys.FETCH, fetch(0, Map.of(0, 0L)));
    assertThat(following.partitions()).containsExactly(0);
  }

  @Test
  void one_that_joins_anew_is_not_idle_until_it_reads_again_and_asks() {
    sees(ApiKeys.FETCH, fetch(0, Map.of(0, 3L, 1, 1L)));
    following.asks();
    sees(
        ApiKeys.JOIN_GROUP, new JoinGroupRequestData().setGroupId("g").setProtocolType("consumer"));
    assertThat(following.isIdle(ENDS)).isFalse();

    sees(ApiKeys.FETCH, fetch(1, Map.of()));
    assertThat(following.isIdle(ENDS)).isFalse();

    following.asks();
    assertThat(following.isIdle(ENDS)).isTrue();
  }

  @Test
  void a_commit_that_is_not_answered_is_waited_for() {
    sees(ApiKeys.FETCH, fetch(0, Map.of(0, 3L, 1, 1L)));
    sees(ApiKeys.OFFSET_COMMIT, new OffsetCommitRequestData().setGroupId("g"));
    following.asks();

    assertThat(following.isIdle(ENDS)).isFalse();
  }

  @Test
  void a_membership_is_known_by_both_protocols() {
    assertThat(following.membership()).isEmpty();

    sees(ApiKeys.SYNC_GROUP, new SyncGroupRequestData().setGroupId("g").setMemberId("m"));
    assertThat(following.membership())
        .contains(new Membership("g", "m", Membership.Protocol.CLASSIC));

    sees(
        ApiKeys.CONSUMER_GROUP_HEARTBEAT,
        new ConsumerGroupHeartbeatRequestData().setGroupId("h").setMemberId("n"));
    assertThat(following.membership())
        .contains(new Membership("h", "n", Membership.Protocol.CONSUMER));
  }

  private static FetchRequestData fetch(int epoch, Map<Integer, Long> positions) {
    FetchRequestData fetch = new FetchRequestData().setSessionEpoch(epoch);
    if (!positions.isEmpty()) {
      List<FetchPartition> partitions = new ArrayList<>();
      positions.forEach(
          (number, offset) ->
              partitions.add(new FetchPartition().setPartition(number).setFetchOffset(offset)));
      fetch.topics().add(new FetchTopic().setTopicId(ORDERS).setPartitions(partitions));
    }
    return fetch;
  }

  private void sees(ApiKeys call, ApiMessage request) {
    short version = call == ApiKeys.OFFSET_COMMIT ? 9 : call.latestVersion();
    RequestHeader header = new RequestHeader(call, version, "test", 1);
    ByteBuffer bytes =
        RequestUtils.serialize(header.data(), header.headerVersion(), request, version);
    byte[] frame = new byte[bytes.remaining()];
    bytes.get(frame);
    following.see(new Exchange(null, frame));
  }
}
