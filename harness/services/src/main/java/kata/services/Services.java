package kata.services;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Kafka, PostgreSQL and an S3 store, from containers or embedded. Each starts when it is first
 * asked for, and stays until this JVM ends.
 */
public final class Services {

  private final Start<Kafka> kafka;
  private final Start<Postgres> postgres;
  private final Start<ObjectStore> objectStore;

  /**
   * Takes the services from a backing.
   *
   * @param notice hears what was started
   */
  Services(Supplier<Backing> backing, Consumer<String> notice) {
    kafka = new Start<>(() -> backing.get().kafka(), notice);
    postgres = new Start<>(() -> backing.get().postgres(), notice);
    objectStore = new Start<>(() -> backing.get().objectStore(), notice);
  }

  /** Returns the services that all tests of this JVM share. */
  public static Services ofThisRun() {
    return ThisRun.SERVICES;
  }

  /** Lets all three start side by side, and returns at once. */
  public void startAll() {
    kafka.begin();
    postgres.begin();
    objectStore.begin();
  }

  /**
   * Returns Kafka when it answers.
   *
   * @throws kata.harness.lab.LabException when it does not start
   */
  public Kafka kafka() {
    return kafka.await();
  }

  /**
   * Returns PostgreSQL when it answers.
   *
   * @throws kata.harness.lab.LabException when it does not start
   */
  public Postgres postgres() {
    return postgres.await();
  }

  /**
   * Returns the S3 store when it answers.
   *
   * @throws kata.harness.lab.LabException when it does not start
   */
  public ObjectStore objectStore() {
    return objectStore.await();
  }

  /** One start of one service: whoever asks later gets the same service, or the same failure. */
  private static final class Start<T> {

    private final Supplier<Backing.Started<T>> starter;
    private final Consumer<String> notice;
    private CompletableFuture<T> begun;

    Start(Supplier<Backing.Started<T>> starter, Consumer<String> notice) {
      this.starter = starter;
      this.notice = notice;
    }

    synchronized CompletableFuture<T> begin() {
      if (begun == null) {
        begun = CompletableFuture.supplyAsync(this::start, Start::inThreadOfItsOwn);
      }
      return begun;
    }

    private T start() {
      long begin = System.nanoTime();
      Backing.Started<T> started = starter.get();
      double seconds = (System.nanoTime() - begin) / 1e9;
      notice.accept("%s, ready after %.1f s".formatted(started.origin(), seconds));
      return started.service();
    }

    private static void inThreadOfItsOwn(Runnable task) {
      Thread thread = new Thread(task, "start of a service");
      thread.setDaemon(true);
      thread.start();
    }

    T await() {
      try {
        return begin().join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw e;
      }
    }
  }
}
