package kata.kafka.lab;

import java.io.Closeable;
import java.io.IOException;

/** Threads of the lab, which never keep the JVM alive. */
final class Threads {

  private Threads() {}

  /** Starts a thread. */
  static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Closes what other threads may be reading from; they find out by an exception of their own. */
  static void quietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // Closed is closed.
    }
  }
}
