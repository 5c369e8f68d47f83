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

  /** What a sequence has counted is not taken back with the row that is refused. */
  private static final List<String> REFUSES_THE_SECOND_ROW_ONCE =
      List.of(
          "create sequence rows_seen",
          """
          create function refuse_once() returns trigger language plpgsql as $$
          begin
            if nextval('rows_seen') = 2 then
              raise exception 'The story refuses this row once.' using errcode = '40001';
            end if;
            return new;
          end $$
          """,
          """
          create trigger refuse before insert on page_views
            for each row execute function refuse_once()
          """);

  public static final Scenario<Message> EARLIER =
      named("earlier", "Half of the clicks lie in the topic before the pipeline starts.")
          .view("12:01", "/home")
          .view("12:03", "/cart")
          .view("12:02", "/home")
          .view("12:05:59.999", "/cart")
          .checkpoint("12:06")
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
          .viewSentAt("12:07:30", "12:03", "/home")
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
      named("too-late", "Of three late views, one comes a moment after its window is forgotten.")
          .view("12:01", "/home")
          .view("12:14", "/cart")
          .checkpoint("12:14")
          .view("12:02", "/home")
          .view("12:15:59.999", "/cart")
          .view("12:04", "/home")
          .view("12:16", "/cart")
          .view("12:03", "/home")
          .checkpoint("12:16")
          .done();

  public static final Scenario<Message> CRASH_AGAIN =
      named(
              "crash-again",
              "It fails before its first checkpoint, twice, and right after a later one.")
          .view("12:01", "/home")
          .view("12:06", "/cart")
          .view("12:07", "/home")
          .crash("12:08")
          .crash("12:09")
          .checkpoint("12:10")
          .view("12:11", "/home")
          .view("12:04", "/home")
          .checkpoint("12:12")
          .crash("12:13")
          .view("12:03", "/home")
          .view("12:12", "/cart")
          .checkpoint("12:14")
          .done();

  public static final Scenario<Message> CRASH_IN_CHECKPOINT =
      named("crash-in-checkpoint", "The job fails in the middle of a checkpoint.")
          .view("12:01", "/home")
          .view("12:02", "/cart")
          .checkpoint("12:03")
          .view("12:06", "/home")
          .view("12:04", "/home")
          .crashInCheckpoint("12:07")
          .view("12:11", "/home")
          .checkpoint("12:12")
          .done();

  public static final Scenario<Message> REFUSED = refused();

  public static final Scenario<Message> DATABASE_CUT =
      named("database-cut", "The database closes its connections before rows are written.")
          .view("12:01", "/home")
          .view("12:02", "/home")
          .checkpoint("12:03")
          .view("12:04", "/cart")
          .databaseCut("12:05")
          .view("12:06", "/home")
          .checkpoint("12:07")
          .view("12:03", "/home")
          .checkpoint("12:08")
          .done();

  public static final List<Scenario<Message>> ALL =
      List.of(
          EARLIER,
          CRASH,
          CORRECTED,
          CORRECTED_AND_CRASH,
          TOO_LATE,
          CRASH_AGAIN,
          CRASH_IN_CHECKPOINT,
          REFUSED,
          DATABASE_CUT);

  private ToPostgresScenarios() {}

  private static Scenario<Message> refused() {
    ClickTopic story = named("refused", "The database refuses a row, and takes it the next time.");
    REFUSES_THE_SECOND_ROW_ONCE.forEach(story::table);
    return story
        .view("12:01", "/home")
        .view("12:02", "/cart")
        .view("12:03", "/home")
        .checkpoint("12:04")
        .view("12:06", "/home")
        .checkpoint("12:07")
        .view("12:11", "/cart")
        .checkpoint("12:12")
        .done();
  }

  private static ClickTopic named(String name, String story) {
    return ClickTopic.named(name, story, 1).table(PAGE_VIEWS);
  }
}
