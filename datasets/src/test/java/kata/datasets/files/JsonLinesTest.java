package kata.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kata.datasets.ClickEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest {

  private static final JsonLines<ClickEvent> JSON = JsonLines.of(EventFields.CLICKS);
  private static final String LINE =
      "{\"event_id\":\"e1\",\"user_id\":\"ann\",\"session_id\":\"ann-1\","
          + "\"event_type\":\"PAGE_VIEW\",\"page\":\"/home\","
          + "\"event_time\":\"2024-03-04T12:04:59.999Z\",\"country\":\"DE\",\"device\":\"mobile\"}";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("clicks.jsonl");
  }

  @Test
  void writesOneObjectALine() throws IOException {
    JSON.write(Stream.of(Clicks.VIEW, Clicks.at("2024-03-04T12:05:00Z")), file);

    assertThat(Files.readString(file))
        .isEqualTo(
            LINE
                + "\n{\"event_id\":\"e2\",\"user_id\":\"bob\",\"session_id\":\"bob-7\","
                + "\"event_type\":\"ADD_TO_CART\",\"page\":\"/product/tea\","
                + "\"event_time\":\"2024-03-04T12:05:00.000Z\","
                + "\"country\":\"FR\",\"device\":\"desktop\"}\n");
    assertThat(JSON.toLine(Clicks.VIEW)).isEqualTo(LINE);
  }

  @Test
  void writesNothingForNoClicks() {
    JSON.write(Stream.of(), file);

    assertThat(file).isEmptyFile();
    assertThat(read()).isEmpty();
  }

  @Test
  void readsWhatItWrites() {
    List<ClickEvent> clicks =
        List.of(
            Clicks.onPage("/café \"a\", b\\c\n"),
            Clicks.at("1999-12-31T23:59:59.001Z"),
            Clicks.VIEW);

    JSON.write(clicks.stream(), file);

    assertThat(read()).isEqualTo(clicks);
  }

  @Test
  void leavesTheStreamOpenThatItWritesTo() throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      JSON.write(Stream.of(Clicks.VIEW), out);
      out.write('x');
    }

    assertThat(file).content().endsWith("mobile\"}\nx");
  }

  @Test
  void closesTheFileWithTheStreamOfClicks() {
    JSON.write(Stream.of(Clicks.VIEW, Clicks.VIEW), file);
    Stream<ClickEvent> clicks = JSON.read(file);
    Iterator<ClickEvent> rest = clicks.iterator();
    assertThat(rest.next()).isEqualTo(Clicks.VIEW);

    clicks.close();

    assertThatThrownBy(rest::next).hasRootCauseMessage("Stream closed");
  }

  @Test
  void readsLinesThatEndTheWayOfWindows() throws IOException {
    Files.writeString(file, LINE + "\r\n" + LINE + "\r\n");

    assertThat(read()).containsExactly(Clicks.VIEW, Clicks.VIEW);
  }

  @Test
  void readsFieldsInAnyOrder() {
    String pageFirst =
        LINE.replace("\"page\":\"/home\",", "").replace("{", "{ \"page\" : \"/home\", ");

    assertThat(JSON.fromLine(pageFirst)).isEqualTo(Clicks.VIEW);
  }

  @Test
  void namesFileAndLineOfAMalformedLine() throws IOException {
    Files.writeString(file, LINE + "\n" + LINE.replace("PAGE_VIEW", "VIEW") + "\n");

    assertThatThrownBy(this::read)
        .isInstanceOf(EventFileException.class)
        .hasMessage(
            "%s, line 2: event_type \"VIEW\" does not exist."
                + " Use one of [PAGE_VIEW, ADD_TO_CART, CHECKOUT, PURCHASE, HEARTBEAT].",
            file);
  }

  @Test
  void namesTheLineThatIsNotUtf8() throws IOException {
    byte[] latin = ("\n" + LINE.replace("home", "caf\u00e9")).getBytes(StandardCharsets.ISO_8859_1);
    Files.writeString(file, (LINE + "\n").repeat(100) + LINE);
    Files.write(file, latin, StandardOpenOption.APPEND);

    assertThatThrownBy(this::read)
        .isInstanceOf(EventFileException.class)
        .hasMessage("%s, line 102: the line is not UTF-8. Save the file as UTF-8.", file);
  }

  @Test
  void namesTheEmptyLine() throws IOException {
    Files.writeString(file, LINE + "\n\n" + LINE);

    assertThatThrownBy(this::read)
        .isInstanceOf(EventFileException.class)
        .hasMessage("%s, line 2: the line is empty. Delete it.", file);
  }

  @Test
  void namesTheFileThatDoesNotExist() {
    assertThatThrownBy(this::read)
        .isInstanceOf(EventFileException.class)
        .hasMessage("%s does not exist. Check the path; it was looked up in %s.", file, folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"country\":\"DE\", | `` | the field \"country\" is missing."
            + " Add it; a click has the fields "
            + "event_id,user_id,session_id,event_type,page,event_time,country,device.",
        "country | land | the field \"land\" is unknown. Take it out; a click has the fields "
            + "event_id,user_id,session_id,event_type,page,event_time,country,device.",
        "\"DE\" | \"\" | the field \"country\" is empty. Give it a value.",
        "\"DE\" | 49 | the field \"country\" is not a string. Put its value in double quotes.",
        "\"DE\" | null | the field \"country\" is not a string. Put its value in double quotes.",
        "59.999Z | 59Z | event_time \"2024-03-04T12:04:59Z\" is not a UTC time with milliseconds."
            + " Write it as 2024-03-04T12:04:59.999Z.",
        "03-04T | 02-30T | event_time \"2024-02-30T12:04:59.999Z\" is not a UTC time with"
            + " milliseconds. Write it as 2024-03-04T12:04:59.999Z.",
        "{ | [{ | a JSON object must stand here. Begin the line with {.",
        "} | } {} | text follows the object. Put one object on each line.",
        "} | `` | the line ends within the object. Complete it up to its }.",
        ": | = | this is not JSON: Unexpected character ('=' (code 61)): was expecting a colon to"
            + " separate field name and value at column 13. Correct the line or delete it.",
        "country | page | this is not JSON: Duplicate field 'page' at column 141."
            + " Correct the line or delete it."
      })
  void saysWhatIsWrongWithALineAndWhatToDo(String part, String instead, String message) {
    assertThatThrownBy(() -> JSON.fromLine(LINE.replaceFirst(Pattern.quote(part), instead)))
        .isInstanceOf(EventFileException.class)
        .hasMessage(message);
  }

  private List<ClickEvent> read() {
    try (Stream<ClickEvent> clicks = JSON.read(file)) {
      return clicks.toList();
    }
  }
}
