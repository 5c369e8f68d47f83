package kata.datasets.scenarios;

import java.util.List;
import kata.datasets.Message;
import kata.datasets.Scenario;

/** Stories about pipelines that keep a table in PostgreSQL right. */
public final class ToPostgresScenarios {

  /** The table of page views, with one row for each window and page. */
  static final String PAGE_VIEWS =
      """
      create table page_views (
        window_start timestamptz not null,
        window_end timestamptz not null,
        page text not null,
        views bigint not null,
        primary key (window_start, page))
      """;

  public static final Scenario<Message> EARLIER =
      named("earlier", "Half of the clicks lie in the topic before the pipeline starts.")
          .view("12:01", "/home")
          .view("12:03", "/cart")
          .view("12:02", "/home")
          .view("12:06", "/home")
          .checkpoint("12:07")
          .view("12:11", "/cart")
          .checkpoint("12:12")
          .done();

  public static final Scenario<Message> CRASH =
      named("crash", "The job has written rows, and fails before the next checkpoint.")
          .view("12:01", "/home")
          .view("12:02", "/cart")
          .checkpoint("12:03")
          .view("12:04", "/home")
          .view("12:06", "/home")
          .crash("12:07")
          .view("12:08", "/cart")
          .view("12:11", "/home")
          .checkpoint("12:12")
          .done();

  public static final Scenario<Message> CORRECTED =
      named("corrected", "Late views correct a window whose row is in the table.")
          .view("12:01", "/home")
          .view("12:02", "/home")
          .view("12:06", "/home")
          .checkpoint("12:07")
          .view("12:03", "/home")
          .checkpoint("12:08")
          .view("12:04", "/cart")
          .view("12:03", "/home")
          .checkpoint("12:09")
          .done();

  public static final Scenario<Message> CORRECTED_AND_CRASH =
      named("corrected-and-crash", "A window is corrected, and the job fails right after that.")
          .view("12:01", "/home")
          .view("12:02", "/home")
          .checkpoint("12:03")
          .view("12:06", "/home")
          .view("12:04", "/home")
          .crash("12:07")
          .checkpoint("12:08")
          .view("12:03", "/home")
          .checkpoint("12:09")
          .done();

  public static final Scenario<Message> TOO_LATE =
      named("too-late", "Of two late views, one comes when its window is forgotten.")
          .view("12:01", "/home")
          .view("12:14", "/cart")
          .checkpoint("12:14")
          .view("12:02", "/home")
          .view("12:16", "/cart")
          .view("12:03", "/home")
          .checkpoint("12:16")
          .done();

  public static final List<Scenario<Message>> ALL =
      List.of(EARLIER, CRASH, CORRECTED, CORRECTED_AND_CRASH, TOO_LATE);

  private ToPostgresScenarios() {}

  private static ClickTopic named(String name, String story) {
    return ClickTopic.named(name, story, 1).table(PAGE_VIEWS);
  }
}
