package kata.spark.lab.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;

/** Reads a file of {@link MemoryFiles} as Hadoop wants to read one. */
final class MemoryInput extends ByteArrayInputStream implements Seekable, PositionedReadable {

  MemoryInput(byte[] bytes) {
    super(bytes);
  }

  @Override
  public void seek(long position) throws EOFException {
    if (position < 0 || position > count) {
      throw new EOFException("Position %d is outside of %d bytes".formatted(position, count));
    }
    pos = (int) position;
  }

  @Override
  public long getPos() {
    return pos;
  }

  @Override
  public boolean seekToNewSource(long position) {
    return false;
  }

  @Override
  public int read(long position, byte[] buffer, int offset, int length) {
    if (position >= count) {
      return -1;
    }
    int read = (int) Math.min(length, count - position);
    System.arraycopy(buf, (int) position, buffer, offset, read);
    return read;
  }

  @Override
  public void readFully(long position, byte[] buffer, int offset, int length) throws EOFException {
    if (position + length > count) {
      throw new EOFException(
          "Position %d is outside of %d bytes".formatted(position + length, count));
    }
    read(position, buffer, offset, length);
  }

  @Override
  public void readFully(long position, byte[] buffer) throws EOFException {
    readFully(position, buffer, 0, buffer.length);
  }
}
