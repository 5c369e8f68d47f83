package kata.producer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KafkaBrokerTest {

  private final KafkaBroker broker = new KafkaBroker(Duration.ofMillis(300));

  @Test
  @Timeout(30)
  void saysThatNoBrokerAnswers() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "localhost:" + mute.getLocalPort();

      assertThatThrownBy(() -> broker.connect(address, "clicks"))
          .isInstanceOf(BrokerException.class)
          .hasMessage(
              "No Kafka broker answers at %s within 300 ms."
                  + " Start one, or name another with --kafka host:port.",
              address);
    }
  }

  @Test
  void saysThatAnAddressHasNoPort() {
    assertThatThrownBy(() -> broker.connect("localhost", "clicks"))
        .isInstanceOf(BrokerException.class)
        .hasMessage(
            "Kafka cannot be used at localhost (Invalid url in bootstrap.servers: localhost)."
                + " Name a broker with --kafka host:port.");
  }
}
