package kata.spark.lab;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.window;

import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A story and a query that are right, for tests of what the lab does with them. */
final class Plays {

  static final Scenario<ClickEvent> STORY =
      ClickStory.named("story", "Three views in two windows.")
          .view("12:01", "/home")
          .view("12:02", "/home")
          .watermark("12:04:59.999")
          .watermark("12:05")
          .view("12:06", "/home")
          .watermark("12:07")
          .done();

  private Plays() {}

  /** Counts the views of each window of five minutes. */
  static Dataset<Row> count(Dataset<Row> views) {
    return views
        .groupBy(window(col("event_time"), "5 minutes"))
        .count()
        .selectExpr("window.start AS window_start", "window.end AS window_end", "count AS views");
  }
}
