package kata.harness.verdict;

import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import kata.harness.catalogue.Lesson;
import kata.harness.diagnosis.Diagnoses;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;

/** A lesson and a story about it, for tests of what is said when an answer is wrong. */
final class Stories {

  static final Lesson LESSON =
      new Lesson(
          "flink",
          "tumbling",
          "PageViewsPerWindow",
          "Count the views of each page in windows of five minutes.",
          20);

  static final Scenario<ClickEvent> BOUNDARY =
      ClickStory.named("boundary", "One view falls exactly on the end of a window.")
          .view("12:01", "/home")
          .view("12:04", "/home")
          .view("12:05", "/home")
          .watermark("12:05")
          .watermark("12:10")
          .done();

  static final Table EXPECTED =
      Table.parse(
          """
          at     | window          page   | views
          12:05  | 12:00 .. 12:05  /home  | 2
          12:10  | 12:05 .. 12:10  /home  | 1
          """);

  private Stories() {}

  /** Writes a transcript the way a lesson writes a table. */
  static Transcript transcript(String table) {
    return new Transcript(Table.parse(table).emissions());
  }

  /** Returns what is said of a wrong result that no known mistake explains. */
  static String unknown(Transcript transcript) {
    return verdict(EXPECTED, transcript).text();
  }

  /** Returns what is said of a wrong result when another one was expected. */
  static Verdict verdict(Table expected, Transcript transcript) {
    return new Verdicts(LESSON, new Diagnoses(List.of()))
        .judge(BOUNDARY, Emission.MAIN, expected, transcript, other -> "")
        .orElseThrow();
  }
}
