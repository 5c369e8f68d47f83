package kata.services;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Docker daemon at an address, asked with plain HTTP: this answers or fails within a time that
 * the asker sets, before any library goes on a longer search.
 *
 * @param address {@code unix:}, {@code npipe:} or {@code tcp:}, as in {@code DOCKER_HOST}
 */
record Docker(URI address) {

  /**
   * What the daemon said.
   *
   * @param status the HTTP status
   * @param body the text, mostly JSON
   */
  record Answer(int status, String body) {

    private static final Pattern MESSAGE =
        Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Returns the daemon's own words for a failure, or else all that it said. */
    String message() {
      Matcher found = MESSAGE.matcher(body);
      return found.find() ? found.group(1).replaceAll("\\\\(.)", "$1") : status + " " + body;
    }
  }

  /**
   * Asks the daemon.
   *
   * @param path what to get, as in {@code /_ping}
   * @throws IOException when there is no daemon, or no answer in this time
   */
  Answer get(String path, Duration patience) throws IOException {
    if (address.getScheme().equals("unix") && !Files.exists(Path.of(address.getPath()))) {
      throw new IOException("there is no such socket");
    }
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread asker = new Thread(() -> ask(path, answer), "question to Docker");
    asker.setDaemon(true);
    asker.start();
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      asker.interrupt();
      throw new IOException("no answer within " + patience.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void ask(String path, CompletableFuture<Answer> answer) {
    String request = "GET " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n";
    try (ByteChannel channel = connect()) {
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      byte[] bytes = Channels.newInputStream(channel).readAllBytes();
      answer.complete(parse(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private ByteChannel connect() throws IOException {
    return switch (address.getScheme()) {
      case "unix" -> {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(address.getPath()));
        yield channel;
      }
      case "npipe" ->
          FileChannel.open(
              Path.of(address.getPath().replace('/', '\\')),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      default -> SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
    };
  }

  private static Answer parse(String response) throws IOException {
    String[] parts = response.split("\r\n\r\n", 2);
    String[] status = parts[0].split("\\s+", 3);
    if (status.length < 2 || !status[0].startsWith("HTTP/")) {
      throw new IOException("what answers does not speak HTTP");
    }
    return new Answer(Integer.parseInt(status[1]), parts.length > 1 ? parts[1].strip() : "");
  }
}
