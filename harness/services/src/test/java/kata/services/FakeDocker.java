package kata.services;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A daemon that knows some answers; 404 is the answer to all else. */
final class FakeDocker implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Docker.Answer> answers = new HashMap<>();

  FakeDocker() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Docker.Answer answer =
              answers.getOrDefault(
                  exchange.getRequestURI().getPath(), new Docker.Answer(404, "{}"));
          byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
  }

  FakeDocker answering(String path, int status, String body) {
    answers.put(path, new Docker.Answer(status, body));
    return this;
  }

  URI address() {
    return URI.create("tcp://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
