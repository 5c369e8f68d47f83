package kata.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import kata.datasets.ClickEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

  private static final Csv<ClickEvent> CSV = Csv.of(EventFields.CLICKS);
  private static final String HEADER =
      "event_id,user_id,session_id,event_type,page,event_time,country,device";
  private static final String LINE =
      "e1,ann,ann-1,PAGE_VIEW,/home,2024-03-04T12:04:59.999Z,DE,mobile";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("clicks.csv");
  }

  @Test
  void writesAHeaderAndOneClickALine() throws IOException {
    CSV.write(Stream.of(Clicks.VIEW, Clicks.at("2024-03-04T12:05:00Z")), file);

    assertThat(Files.readString(file))
        .isEqualTo(
            HEADER
                + "\n"
                + LINE
                + "\ne2,bob,bob-7,ADD_TO_CART,/product/tea,2024-03-04T12:05:00.000Z,FR,desktop\n");
  }

  @Test
  void writesTheHeaderEvenForNoClicks() throws IOException {
    CSV.write(Stream.of(), file);

    assertThat(Files.readString(file)).isEqualTo(HEADER + "\n");
    assertThat(read()).isEmpty();
  }

  @Test
  void quotesOnlyWhatNeedsQuotes() throws IOException {
    CSV.write(
        Stream.of(Clicks.onPage("/a,\"b\""), Clicks.onPage("/a-page-with-quite-a-long-name")),
        file);

    assertThat(Files.readString(file))
        .isEqualTo(
            HEADER
                + "\n"
                + LINE.replace("/home", "\"/a,\"\"b\"\"\"")
                + "\n"
                + LINE.replace("/home", "/a-page-with-quite-a-long-name")
                + "\n");
  }

  @Test
  void readsWhatItWrites() {
    List<ClickEvent> clicks =
        List.of(
            Clicks.onPage("/café, \"a\" \\ b "),
            Clicks.at("1999-12-31T23:59:59.001Z"),
            Clicks.VIEW);

    CSV.write(clicks.stream(), file);

    assertThat(read()).isEqualTo(clicks);
  }

  @Test
  void leavesTheStreamOpenThatItWritesTo() throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      CSV.write(Stream.of(Clicks.VIEW), out);
      out.write('x');
    }

    assertThat(file).content().endsWith("mobile\nx");
  }

  @Test
  void closesTheFileWithTheStreamOfClicks() {
    CSV.write(Stream.of(Clicks.VIEW, Clicks.VIEW), file);
    Stream<ClickEvent> clicks = CSV.read(file);
    Iterator<ClickEvent> rest = clicks.iterator();
    assertThat(rest.next()).isEqualTo(Clicks.VIEW);

    clicks.close();

    assertThatThrownBy(rest::next).hasRootCauseMessage("Stream closed");
  }

  @Test
  void readsLinesThatEndTheWayOfWindows() throws IOException {
    Files.writeString(file, HEADER + "\r\n" + LINE + "\r\n");

    assertThat(read()).containsExactly(Clicks.VIEW);
  }

  @Test
  void refusesAnotherHeader() throws IOException {
    Files.writeString(file, HEADER.replace("page", "url") + "\n" + LINE + "\n");

    assertThatThrownBy(this::read)
        .isInstanceOf(EventFileException.class)
        .hasMessage(
            "%s, line 1: the header is \"%s\". Make it %s.",
            file, HEADER.replace("page", "url"), HEADER);
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Files.writeString(file, "");

    assertThatThrownBy(this::read)
        .isInstanceOf(EventFileException.class)
        .hasMessage("%s is empty. Begin it with the header %s.", file, HEADER);
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
        ",DE | `` | the line has 7 values, and the header has 8. Give each field one value;"
            + " put a value that holds a comma in double quotes.",
        "/home | /a,b | the line has 9 values, and the header has 8. Give each field one value;"
            + " put a value that holds a comma in double quotes.",
        "DE | `` | the field \"country\" is empty. Give it a value.",
        "PAGE_VIEW | page_view | event_type \"page_view\" does not exist."
            + " Use one of [PAGE_VIEW, ADD_TO_CART, CHECKOUT, PURCHASE, HEARTBEAT].",
        "T | ` ` | event_time \"2024-03-04 12:04:59.999Z\" is not a UTC time with milliseconds."
            + " Write it as 2024-03-04T12:04:59.999Z.",
        "DE | \"DE | this is not CSV: Missing closing quote for value."
            + " Close each double quote on its line."
      })
  void saysWhatIsWrongWithALineAndWhatToDo(String part, String instead, String message)
      throws IOException {
    Files.writeString(file, HEADER + "\n" + LINE + "\n" + LINE.replaceFirst(part, instead) + "\n");

    assertThatThrownBy(this::read)
        .isInstanceOf(EventFileException.class)
        .hasMessage("%s, line 3: %s", file, message);
  }

  private List<ClickEvent> read() {
    try (Stream<ClickEvent> clicks = CSV.read(file)) {
      return clicks.toList();
    }
  }
}
