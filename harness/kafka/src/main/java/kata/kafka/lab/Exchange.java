package kata.kafka.lab;

import java.nio.ByteBuffer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.Records;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;

/** A request that came over the wire, and what becomes of it. */
final class Exchange {

  private static final short NO_ANSWER_WANTED = 0;

  private final Line line;
  private final byte[] bytes;
  private final RequestHeader header;
  private final AbstractRequest request;
  private byte[] answer;
  private volatile boolean answerLost;

  Exchange(Line line, byte[] bytes) {
    this.line = line;
    this.bytes = bytes;
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    this.header = RequestHeader.parse(buffer);
    this.request =
        AbstractRequest.parseRequest(
                header.apiKey(), header.apiVersion(), new ByteBufferAccessor(buffer))
            .request;
  }

  AbstractRequest request() {
    return request;
  }

  /** Returns whether the request sends records. */
  boolean isProduce() {
    return request instanceof ProduceRequest;
  }

  /** Returns whether the request asks where the partitions of certain topics are. */
  boolean looksUpTopics() {
    return request instanceof MetadataRequest metadata
        && !metadata.isAllTopics()
        && !metadata.topics().isEmpty();
  }

  /** Returns how many records a request that sends records has. */
  long records() {
    return batches().mapToLong(Exchange::count).sum();
  }

  private static long count(RecordBatch batch) {
    return StreamSupport.stream(batch.spliterator(), false).count();
  }

  /**
   * Returns the number that the producer has given to the first record that it sends, counted from
   * 0 in each partition; negative if it does not number its records.
   */
  int firstNumber() {
    return batches().mapToInt(RecordBatch::baseSequence).findFirst().orElse(-1);
  }

  private Stream<? extends RecordBatch> batches() {
    return ((ProduceRequest) request)
        .data().topicData().stream()
            .flatMap(topic -> topic.partitionData().stream())
            .flatMap(
                partition ->
                    StreamSupport.stream(
                        ((Records) partition.records()).batches().spliterator(), false));
  }

  /** Returns whether the client waits for an answer; with {@code acks=0} it does not. */
  boolean wantsAnswer() {
    return !(request instanceof ProduceRequest produce) || produce.acks() != NO_ANSWER_WANTED;
  }

  int correlation() {
    return header.correlationId();
  }

  /** Returns whether there is nothing more to wait for. */
  boolean isDone() {
    return !wantsAnswer() || answer() != null;
  }

  synchronized byte[] answer() {
    return answer;
  }

  /** Lets the broker have the request. */
  void forward() {
    line.forward(bytes);
  }

  /** When the broker has answered, the connection is to break. */
  void loseAnswer() {
    answerLost = true;
  }

  /** Answers in the broker's place that it refuses the request, if an answer is wanted. */
  void refuse(ApiException why) {
    if (wantsAnswer()) {
      answerWith(request.getErrorResponse(why).data());
    }
  }

  /** Breaks the connection, or passes on what the broker has answered. */
  void answered(byte[] response, HostAndPort pretended) {
    if (answerLost) {
      line.close();
      keep(response);
      return;
    }
    switch (header.apiKey()) {
      case METADATA, FIND_COORDINATOR, PRODUCE ->
          answerWith(
              pretend(
                  AbstractResponse.parseResponse(ByteBuffer.wrap(response), header).data(),
                  pretended));
      default -> answerWith(response);
    }
  }

  private static ApiMessage pretend(ApiMessage data, HostAndPort address) {
    if (data instanceof MetadataResponseData metadata) {
      metadata.brokers().forEach(it -> it.setHost(address.host()).setPort(address.port()));
    } else if (data instanceof ProduceResponseData produced) {
      produced.nodeEndpoints().forEach(it -> it.setHost(address.host()).setPort(address.port()));
    } else if (data instanceof FindCoordinatorResponseData found) {
      // The versions before 4 tell of one coordinator only, in fields of its own.
      if (found.coordinators().isEmpty()) {
        found.setHost(address.host()).setPort(address.port());
      }
      found.coordinators().forEach(it -> it.setHost(address.host()).setPort(address.port()));
    }
    return data;
  }

  private void answerWith(ApiMessage data) {
    ByteBuffer buffer =
        RequestUtils.serialize(
            header.toResponseHeader().data(),
            header.toResponseHeader().headerVersion(),
            data,
            header.apiVersion());
    byte[] response = new byte[buffer.remaining()];
    buffer.get(response);
    answerWith(response);
  }

  private void answerWith(byte[] response) {
    keep(response);
    line.drain();
  }

  private synchronized void keep(byte[] response) {
    answer = response;
  }
}
