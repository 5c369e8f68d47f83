package kata.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What every backing gives, all three services side by side. */
interface ServicesContract {

  @Test
  default void aSchemaIsOnesOwn(Schema one, Schema other) throws SQLException {
    try (Connection connection = one.connect()) {
      connection.createStatement().execute("CREATE TABLE views (page text)");
      connection.createStatement().execute("INSERT INTO views VALUES ('/home')");
    }
    try (Connection connection = other.connect()) {
      connection.createStatement().execute("CREATE TABLE views (page text)");
    }

    assertThat(answer(one, "SELECT count(*) FROM views")).isEqualTo("1");
    assertThat(answer(other, "SELECT count(*) FROM views")).isEqualTo("0");
    assertThat(one.name()).matches("a_schema_is_ones_own_[0-9a-f]{8}");
  }

  private static String answer(Schema schema, String question) throws SQLException {
    try (Connection connection = schema.connect();
        ResultSet rows = connection.createStatement().executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  default void aBucketKeepsWhatIsWritten(Bucket one, Bucket other) {
    one.write("out/part-1", "12:00 /home 3\n");
    one.write("out/part-0", "12:00 /cart 1\n");
    one.write("else", "");

    assertThat(one.keys("out/")).containsExactly("out/part-0", "out/part-1");
    assertThat(one.read("out/part-1")).isEqualTo("12:00 /home 3\n");
    assertThat(other.keys("")).isEmpty();
    assertThat(one.name()).matches("a-bucket-keeps-what-is-written-[0-9a-f]{8}");
  }

  @Test
  default void kafkaAnswersAtItsAddress(Kafka kafka) throws Exception {
    String[] address = kafka.bootstrapServers().replaceFirst("^.*//", "").split(":");
    try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
      // ApiVersions, version 0, correlation 7, no client: any broker answers it to anyone.
      socket.getOutputStream().write(new byte[] {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 7, -1, -1});
      InputStream answer = socket.getInputStream();
      answer.skipNBytes(4);
      assertThat(answer.readNBytes(6)).containsExactly(0, 0, 0, 7, 0, 0);
    }
  }
}
