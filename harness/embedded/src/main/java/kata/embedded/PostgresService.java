package kata.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** PostgreSQL's own binaries: the user is {@code postgres}, and every password is right. */
final class PostgresService implements Service {

  private final Folder folder;
  private final Path binaries;
  private EmbeddedPostgres server;

  PostgresService(Folder folder, Path binaries) {
    this.folder = folder;
    this.binaries = binaries;
  }

  @Override
  public int start() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(binaries.toFile())
            .setDataDirectory(folder.inside("postgres"))
            .setRegisterShutdownHook(false)
            // Its socket would be in the folder for temporary files of the whole machine.
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("timezone", "UTC")
            // A crash may lose all, as the data does not outlive the process.
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("synchronous_commit", "off")
            .start();
    return server.getPort();
  }

  @Override
  public void stop() {
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
