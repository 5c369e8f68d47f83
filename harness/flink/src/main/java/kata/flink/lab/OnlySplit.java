package kata.flink.lab;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The one split of a source that is read as a whole.
 *
 * @param next the first step that has not been read yet
 */
record OnlySplit(int next) implements SourceSplit {

  @Override
  public String splitId() {
    return "0";
  }

  /** Hands out nothing: each reader knows what to read. */
  static final class Enumerator implements SplitEnumerator<OnlySplit, OnlySplit> {

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtaskId, String requesterHostname) {}

    @Override
    public void addSplitsBack(List<OnlySplit> splits, int subtaskId) {}

    @Override
    public void addReader(int subtaskId) {}

    @Override
    public OnlySplit snapshotState(long checkpointId) {
      return new OnlySplit(0);
    }

    @Override
    public void close() {}
  }

  /** Writes the number of the step. */
  static final class Serializer implements SimpleVersionedSerializer<OnlySplit> {

    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(OnlySplit split) {
      return ByteBuffer.allocate(Integer.BYTES).putInt(split.next()).array();
    }

    @Override
    public OnlySplit deserialize(int version, byte[] serialized) {
      return new OnlySplit(ByteBuffer.wrap(serialized).getInt());
    }
  }
}
