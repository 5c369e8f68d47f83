package kata.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs one service for the process that has started this one.
 *
 * <p>Arguments: {@code kafka}, {@code postgres <folder of the binaries>} or {@code s3 <access key>
 * <secret key>}. Prints {@code READY <port>} when the service answers, and ends when the standard
 * input does, which it also does when the parent is killed. All data is in the folder for temporary
 * files, {@code java.io.tmpdir}; it belongs to this process, which deletes it.
 */
public final class Main {

  /** Another process may take a free port before the service does. */
  private static final int ATTEMPTS = 3;

  private Main() {}

  /** Serves until the standard input ends; exits with 1 when the service does not start. */
  public static void main(String[] arguments) {
    Folder folder = new Folder(Path.of(System.getProperty("java.io.tmpdir")));
    Service service = service(List.of(arguments), folder);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(service, folder)));
    try {
      System.out.println("READY " + start(service));
      waitForTheEndOfInput();
      System.exit(0);
    } catch (Throwable e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        System.out.println(cause);
      }
      System.exit(1);
    }
  }

  private static Service service(List<String> arguments, Folder folder) {
    return switch (arguments.get(0)) {
      case "kafka" -> new KafkaService(folder);
      case "postgres" -> new PostgresService(folder, Path.of(arguments.get(1)));
      case "s3" -> new S3Service(arguments.get(1), arguments.get(2));
      default -> throw new IllegalArgumentException("no such service: " + arguments.get(0));
    };
  }

  private static int start(Service service) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        return service.start();
      } catch (Exception e) {
        service.stop();
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static void waitForTheEndOfInput() throws IOException {
    while (System.in.read() >= 0) {
      // Nobody writes; only the end counts.
    }
  }

  private static void end(Service service, Folder folder) {
    try {
      service.stop();
    } finally {
      folder.delete();
    }
  }
}
