package kata.kafka.lab;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import kata.harness.lab.LabException;
import org.apache.kafka.common.message.ConsumerGroupHeartbeatRequestData;
import org.apache.kafka.common.message.LeaveGroupRequestData;
import org.apache.kafka.common.message.LeaveGroupRequestData.MemberIdentity;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.requests.ConsumerGroupHeartbeatRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;

/**
 * A consumer's membership in a group, as the broker knows it.
 *
 * @param group the group
 * @param member the id that only the broker and the member know
 * @param protocol by which the member talks to the broker
 */
record Membership(String group, String member, Protocol protocol) {

  /** How members of a group come to share its partitions. */
  enum Protocol {
    /** The members agree among themselves. */
    CLASSIC,
    /** The broker decides. */
    CONSUMER
  }

  /**
   * Leaves the group in the member's place. Of one that has died the broker would hear only when
   * its session has timed out.
   *
   * @throws LabException if the broker does not answer
   */
  void leave(HostAndPort broker) {
    switch (protocol) {
      case CLASSIC ->
          send(
              broker,
              ApiKeys.LEAVE_GROUP,
              new LeaveGroupRequestData()
                  .setGroupId(group)
                  .setMembers(List.of(new MemberIdentity().setMemberId(member))));
      case CONSUMER ->
          send(
              broker,
              ApiKeys.CONSUMER_GROUP_HEARTBEAT,
              new ConsumerGroupHeartbeatRequestData()
                  .setGroupId(group)
                  .setMemberId(member)
                  .setMemberEpoch(ConsumerGroupHeartbeatRequest.LEAVE_GROUP_MEMBER_EPOCH));
    }
  }

  private static void send(HostAndPort broker, ApiKeys call, ApiMessage request) {
    RequestHeader header = new RequestHeader(call, call.latestVersion(), "lab", 1);
    ByteBuffer bytes =
        RequestUtils.serialize(header.data(), header.headerVersion(), request, header.apiVersion());
    try (Socket socket = new Socket(broker.host(), broker.port())) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(bytes.remaining());
      out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
      out.flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      in.readFully(new byte[in.readInt()]);
    } catch (IOException e) {
      throw new LabException(
          "Kafka at %s did not let a member leave: %s. Is it still running?"
              .formatted(broker, e.getMessage()),
          e);
    }
  }
}
