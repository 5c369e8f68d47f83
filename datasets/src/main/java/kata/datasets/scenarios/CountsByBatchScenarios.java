package kata.datasets.scenarios;

import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.TrafficSettings;

/** Stories about micro-batches that keep counts in PostgreSQL right. */
public final class CountsByBatchScenarios {

  /** Raises an exception when a page is written first; a sequence remembers it after a rollback. */
  private static final String REFUSES_A_PAGE =
      """
      create sequence refusals;
      create function refuse() returns trigger language plpgsql as $$
      begin
        if nextval('refusals') = 1 then
          raise exception 'the database refuses this row';
        end if;
        return new;
      end $$;
      create trigger refusal before insert on page_views
        for each row when (new.page = '/pay') execute function refuse()
      """;

  /** Raises an exception when the number of a batch is written first, from batch 1 on. */
  private static final String REFUSES_A_BATCH =
      """
      create sequence refusals;
      create function refuse() returns trigger language plpgsql as $$
      begin
        if nextval('refusals') = 1 then
          raise exception 'the database refuses this row';
        end if;
        return new;
      end $$;
      create trigger refusal before insert on batches
        for each row when (new.batch_id > 0) execute function refuse()
      """;

  /** Views of one window come in several batches. */
  public static final Scenario<Message> GROWING =
      named("growing", "The views of a window come in several batches, one of them a year late.")
          .view("12:01", "/home")
          .view("12:02", "/cart")
          .view("12:04:59.999", "/home")
          .checkpoint("12:05")
          .view("12:05", "/home")
          .view("12:03", "/cart")
          .checkpoint("12:06")
          .view("12:02", "/cart")
          .view("2025-03-05 12:11", "/home")
          .checkpoint("2025-03-05 12:12")
          .view("12:04", "/cart")
          .checkpoint("2025-03-05 12:13")
          .done();

  /** The machine is lost after a batch is in the table and before it is committed. */
  public static final Scenario<Message> LOST_MACHINE =
      named("lost-before-commit", "The machine is lost when a batch is in the table already.")
          .view("12:01", "/home")
          .view("12:02", "/cart")
          .checkpoint("12:03")
          .view("12:04", "/home")
          .view("12:06", "/home")
          .crash("12:07")
          .checkpoint("12:08")
          .view("12:08", "/home")
          .checkpoint("12:09")
          .done();

  /** The machine is lost when the topic has forgotten what the counts are made of. */
  public static final Scenario<Message> EXPIRED =
      named("expired", "The machine is lost when the topic has forgotten what was counted.")
          .view("12:01", "/home")
          .view("12:02", "/cart")
          .view("12:03", "/home")
          .checkpoint("12:04")
          .recordsExpire("12:05")
          .crash("12:06")
          .view("12:04", "/home")
          .checkpoint("12:07")
          .done();

  /** The database refuses one of the rows of a batch. */
  public static final Scenario<Message> REFUSED_ROW =
      named("refused-row", "The database refuses one of the rows of a batch, once.")
          .table(REFUSES_A_PAGE)
          .view("12:01", "/home")
          .view("12:02", "/cart")
          .checkpoint("12:03")
          .view("12:03", "/cart")
          .view("12:04", "/home")
          .view("12:04", "/pay")
          .refused("12:05")
          .checkpoint("12:06")
          .done();

  /** The database refuses the number of a batch, if somebody writes it down. */
  public static final Scenario<Message> REFUSED_BATCH =
      named("refused-batch", "The database refuses to note the number of a batch, once.")
          .table(REFUSES_A_BATCH)
          .view("12:01", "/home")
          .checkpoint("12:02")
          .view("12:03", "/home")
          .view("12:04", "/cart")
          .refused("12:05")
          .checkpoint("12:06")
          .done();

  /** Generated traffic in four batches; two of them fail. */
  public static final Scenario<Message> TROUBLED = troubled();

  /** All stories of counts by micro-batches. */
  public static final List<Scenario<Message>> ALL =
      List.of(GROWING, LOST_MACHINE, EXPIRED, REFUSED_ROW, REFUSED_BATCH, TROUBLED);

  private CountsByBatchScenarios() {}

  private static ClickTopic named(String name, String story) {
    return ClickTopic.named(name, story, 1)
        .table(ToPostgresScenarios.PAGE_VIEWS)
        .table("create table batches (batch_id bigint primary key)");
  }

  private static Scenario<Message> troubled() {
    ClickTopic story = named("troubled", "Ordinary traffic, in which two of four batches fail.");
    List<ClickEvent> views =
        new ClickTraffic(11, TrafficSettings.smallShop())
            .first(120)
            .filter(click -> click.eventType() == EventType.PAGE_VIEW)
            .limit(80)
            .toList();
    views.subList(0, 20).forEach(story::click);
    story.crash("2024-03-06 00:00");
    views.subList(20, 40).forEach(story::click);
    story.checkpoint("2024-03-06 00:01");
    views.subList(40, 60).forEach(story::click);
    story.crash("2024-03-06 00:02").checkpoint("2024-03-06 00:03");
    views.subList(60, views.size()).forEach(story::click);
    return story.checkpoint("2024-03-06 00:04").done();
  }
}
