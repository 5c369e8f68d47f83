package kata.kafka.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kata.harness.lab.LabException;

/**
 * Stands between a program and the broker, and lets the lab decide about each request. To the
 * program it is the only broker there is.
 */
final class Wire implements AutoCloseable {

  private final HostAndPort broker;
  private final Consumer<Exchange> decide;
  private final ServerSocket server;
  private final List<Line> lines = new ArrayList<>();
  private boolean cut;

  private Wire(HostAndPort broker, Consumer<Exchange> decide, ServerSocket server) {
    this.broker = broker;
    this.decide = decide;
    this.server = server;
  }

  /**
   * Opens a wire.
   *
   * @param broker where the broker is
   * @param decide is told of each request, in the order in which they come on one connection, and
   *     has to decide about it, at once or later
   */
  static Wire to(HostAndPort broker, Consumer<Exchange> decide) {
    try {
      Wire wire =
          new Wire(broker, decide, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Threads.start("wire", wire::accept);
      return wire;
    } catch (IOException e) {
      throw new LabException("The lab finds no free port on this machine: " + e.getMessage(), e);
    }
  }

  /** Returns the address that a program takes for the broker's. */
  HostAndPort address() {
    return new HostAndPort(server.getInetAddress().getHostAddress(), server.getLocalPort());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        connect(server.accept());
      } catch (IOException e) {
        // Closed while it waited for a client, or the broker is gone: the client finds out.
      }
    }
  }

  private synchronized void connect(Socket client) throws IOException {
    if (cut) {
      client.close();
      return;
    }
    lines.add(Line.between(client, broker, address(), decide));
  }

  /** Lets nothing through any more, in either direction. */
  @Override
  public synchronized void close() {
    cut = true;
    Threads.quietly(server);
    lines.forEach(Line::close);
  }
}
