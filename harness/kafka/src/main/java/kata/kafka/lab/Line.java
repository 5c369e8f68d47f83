package kata.kafka.lab;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * One connection of a program through the wire. Answers go back in the order of the requests, as
 * Kafka's clients demand.
 */
final class Line {

  private final Socket client;
  private final Socket broker;
  private final HostAndPort pretended;
  private final Consumer<Exchange> decide;
  private final DataOutputStream toClient;
  private final DataOutputStream toBroker;
  private final Deque<Exchange> unanswered = new ArrayDeque<>();

  private Line(Socket client, Socket broker, HostAndPort pretended, Consumer<Exchange> decide)
      throws IOException {
    this.client = client;
    this.broker = broker;
    this.pretended = pretended;
    this.decide = decide;
    this.toClient = new DataOutputStream(client.getOutputStream());
    this.toBroker = new DataOutputStream(broker.getOutputStream());
  }

  /**
   * Connects a client with the broker.
   *
   * @param pretended what the client is to take for the address of every broker
   */
  static Line between(
      Socket client, HostAndPort broker, HostAndPort pretended, Consumer<Exchange> decide)
      throws IOException {
    client.setTcpNoDelay(true);
    Socket other = new Socket(broker.host(), broker.port());
    other.setTcpNoDelay(true);
    Line line = new Line(client, other, pretended, decide);
    Threads.start("wire to " + broker, line::readRequests);
    Threads.start("wire from " + broker, line::readAnswers);
    return line;
  }

  private void readRequests() {
    try {
      DataInputStream in = new DataInputStream(client.getInputStream());
      while (true) {
        Exchange exchange = new Exchange(this, frame(in));
        if (exchange.wantsAnswer()) {
          synchronized (this) {
            unanswered.add(exchange);
          }
        }
        decide.accept(exchange);
      }
    } catch (IOException e) {
      // The client has gone.
    } finally {
      close();
    }
  }

  private void readAnswers() {
    try {
      DataInputStream in = new DataInputStream(broker.getInputStream());
      while (true) {
        byte[] answer = frame(in);
        exchange(ByteBuffer.wrap(answer).getInt()).answered(answer, pretended);
      }
    } catch (IOException e) {
      // The broker has gone, or the line was cut.
    } finally {
      close();
    }
  }

  private synchronized Exchange exchange(int correlation) throws IOException {
    return unanswered.stream()
        .filter(it -> it.correlation() == correlation)
        .findFirst()
        .orElseThrow(() -> new IOException("the broker answers what nobody has asked"));
  }

  private static byte[] frame(DataInputStream in) throws IOException {
    byte[] frame = new byte[in.readInt()];
    in.readFully(frame);
    return frame;
  }

  /** Sends a request to the broker. */
  synchronized void forward(byte[] request) {
    write(toBroker, request);
  }

  /** Sends the client all answers whose turn has come. */
  synchronized void drain() {
    while (!unanswered.isEmpty() && unanswered.peek().answer() != null) {
      write(toClient, unanswered.remove().answer());
    }
  }

  private void write(DataOutputStream out, byte[] frame) {
    try {
      ByteBuffer sized = ByteBuffer.allocate(Integer.BYTES + frame.length);
      out.write(sized.putInt(frame.length).put(frame).array());
      out.flush();
    } catch (IOException e) {
      close();
    }
  }

  /** Breaks the connection. */
  void close() {
    Threads.quietly(client);
    Threads.quietly(broker);
  }
}
