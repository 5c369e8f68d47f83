package kata.spark.lab.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.spark.sql.execution.streaming.CheckpointFileManager;

/** Gathers the bytes of a file, which comes into being as a whole when this is closed. */
final class MemoryOutput extends CheckpointFileManager.CancellableFSDataOutputStream {

  /** Puts a finished file in its place. */
  interface Publisher {
    void publish(byte[] bytes) throws IOException;
  }

  private final ByteArrayOutputStream bytes;
  private final Publisher publisher;
  private boolean ended;

  MemoryOutput(ByteArrayOutputStream bytes, Publisher publisher) {
    super(bytes);
    this.bytes = bytes;
    this.publisher = publisher;
  }

  @Override
  public void cancel() {
    ended = true;
  }

  @Override
  public void close() throws IOException {
    if (!ended) {
      ended = true;
      publisher.publish(bytes.toByteArray());
    }
  }
}
