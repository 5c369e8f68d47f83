package kata.producer;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kata.datasets.traffic.Disorder;
import kata.datasets.traffic.TrafficSettings;
import kata.datasets.traffic.WrongClocks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Streams generated events to a topic of Kafka, until there are enough or Ctrl-C stops it. */
@Command(
    name = "producer",
    description = "Streams generated events to a topic of Kafka, until Ctrl-C stops it.",
    sortOptions = false)
public final class Producer implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int SECONDS_TO_STOP = 15;
  private static final long MOST_EVENTS = 1_000_000_000_000L;

  @Option(
      names = "--kafka",
      paramLabel = "<host:port>",
      defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-localhost:9092}",
      description = "Kafka's address; else that in KAFKA_BOOTSTRAP_SERVERS, else localhost:9092.")
  private String kafka;

  @Option(
      names = "--dataset",
      defaultValue = "clicks",
      description = "clicks, orders, transactions or ad-clicks; default: ${DEFAULT-VALUE}.")
  private String dataset;

  @Option(
      names = "--topic",
      description = "Created if it does not exist; default: the name of the dataset.")
  private String topic;

  @Option(
      names = "--format",
      defaultValue = "json",
      description = "json or avro; default: ${DEFAULT-VALUE}.")
  private String format;

  @Option(names = "--events", description = "How many events; without it, until stopped.")
  private Long events;

  @Option(
      names = "--rate",
      defaultValue = "10",
      description = "Events per second, 1 to 50000; default: ${DEFAULT-VALUE}.")
  private int rate;

  @Option(
      names = "--late",
      paramLabel = "<share>",
      defaultValue = "0.01",
      description =
          "Share of events that are older, by more than 10 seconds, than one before them;"
              + " 0 to 0.4; default: ${DEFAULT-VALUE}.")
  private double late;

  @Option(
      names = "--malformed",
      paramLabel = "<share>",
      defaultValue = "0",
      description = "Share of records that cannot be read, 0 to 1; default: ${DEFAULT-VALUE}.")
  private double malformed;

  @Option(
      names = "--seed",
      defaultValue = "42",
      description = "The same seed gives the same events; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--help", usageHelp = true, description = "Prints this.")
  private boolean help;

  private final Broker broker;
  private final Clock clock;
  private final PrintWriter screen;
  private final boolean terminal;

  Producer(Broker broker, Clock clock, PrintWriter screen, boolean terminal) {
    this.broker = broker;
    this.clock = clock;
    this.screen = screen;
    this.terminal = terminal;
  }

  /**
   * Runs the program; it ends with 0 if all went well, 1 if Kafka fails, and 2 if an option is
   * wrong.
   */
  public static void main(String[] arguments) {
    WallClock clock = new WallClock();
    CountDownLatch done = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(clock, done)));
    PrintWriter screen = new PrintWriter(System.err, true);
    int code =
        new Producer(new KafkaBroker(PATIENCE), clock, screen, System.console() != null)
            .run(arguments);
    done.countDown();
    System.exit(code);
  }

  /** Runs the program, and returns what it ends with. */
  int run(String... arguments) {
    return new CommandLine(this)
        .setErr(screen)
        .setOut(screen)
        .setParameterExceptionHandler((wrong, ignored) -> refuseOption(wrong))
        .setExecutionExceptionHandler((failure, command, ignored) -> report(failure))
        .execute(arguments);
  }

  @Override
  public Integer call() {
    EventRecords<?> records = records();
    String target = topicOrDefault();
    try (var connection = broker.connect(kafka, target)) {
      screen.printf("Sending %s to topic %s at %s. Ctrl-C stops.%n", dataset, target, kafka);
      Progress progress = new Progress(screen, terminal, clock.nanos());
      Counts counts =
          new Transmission(connection, clock, progress).send(records, mostEvents(), rate);
      screen.printf("Stopped: %s.%n", counts);
      requireNoFailure(counts);
      return 0;
    }
  }

  /**
   * Makes what is sent, by the options.
   *
   * @throws OptionException if an option is wrong
   */
  private EventRecords<?> records() {
    OptionException.requireBetween("--rate", rate, 1, 50_000);
    OptionException.requireBetween("--events", mostEvents(), 1, MOST_EVENTS);
    OptionException.requireBetween("--late", late, 0, 0.4);
    OptionException.requireBetween("--malformed", malformed, 0, 1);
    return EventRecords.of(
        Dataset.named(dataset),
        seed,
        settings(),
        Format.named(format),
        malformed,
        topicOrDefault());
  }

  private TrafficSettings settings() {
    return TrafficSettings.defaults()
        .withWrongClocks(WrongClocks.none())
        .withDisorder(new Disorder(0.1, Duration.ofSeconds(10), late, Duration.ofMinutes(1)));
  }

  private String topicOrDefault() {
    return topic == null ? dataset : topic;
  }

  private long mostEvents() {
    return events == null ? MOST_EVENTS : events;
  }

  private void requireNoFailure(Counts counts) {
    if (counts.failure() != null) {
      throw new BrokerException(
          "Kafka at %s did not take an event (%s). See whether the broker still runs."
              .formatted(kafka, counts.failure().getMessage()));
    }
  }

  private int report(Exception failure) throws Exception {
    if (failure instanceof OptionException) {
      return refuseOption(failure);
    }
    if (failure instanceof BrokerException) {
      screen.println(failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }

  private int refuseOption(Exception wrong) {
    screen.println(wrong.getMessage());
    screen.println("All options: --help");
    return CommandLine.ExitCode.USAGE;
  }

  /** Ends the program in good order: what was sent arrives, and the counts are told. */
  private static void stop(WallClock clock, CountDownLatch done) {
    clock.stop();
    try {
      done.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
