package kata.spark.tumbling;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.window;
import static org.apache.spark.sql.functions.window_time;

import java.util.TreeMap;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/** Right answers, written differently. */
public final class BusiestPageAlternatives {

  private BusiestPageAlternatives() {}

  /** Makes a second window of the first one's event time, in SQL. */
  public static final class SqlWindowTime implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      views.createOrReplaceTempView("views");
      return views
          .sparkSession()
          .sql(
              """
              SELECT w.start AS window_start, w.end AS window_end, best.page AS page,
                     best.views AS views
              FROM (
                SELECT window(window_time(window), '5 minutes') AS w,
                       min_by(struct(page, views), struct(-views, page)) AS best
                FROM (
                  SELECT window(event_time, '5 minutes') AS window, page, count(*) AS views
                  FROM views
                  GROUP BY 1, 2)
                GROUP BY 1)
              """);
    }
  }

  /** Gathers the counts of a window and sorts them. */
  public static final class SortedList implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          views
              .groupBy(window(col("event_time"), "5 minutes").as("window"), col("page"))
              .count()
              .groupBy(window(window_time(col("window")), "5 minutes").as("window"))
              .agg(collect_list(expr("struct(-count AS n, page)")).as("counts"))
              .withColumn("best", expr("sort_array(counts)[0]"))
              .withColumn("page", col("best.page"))
              .withColumn("views", expr("-best.n")));
    }
  }

  /** Counts the pages of a window in a map of its own, which Kryo writes. */
  public static final class OwnAggregator implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      UserDefinedFunction busiest = udaf(new Busiest(), Encoders.STRING());
      return Bounds.of(
          views
              .groupBy(window(col("event_time"), "5 minutes").as("window"))
              .agg(busiest.apply(col("page")).as("best"))
              .withColumn("page", col("best.page"))
              .withColumn("views", col("best.views")));
    }

    private static final class Busiest
        extends Aggregator<String, TreeMap<String, Long>, PageCount> {

      private static final long serialVersionUID = 1L;

      @Override
      public TreeMap<String, Long> zero() {
        return new TreeMap<>();
      }

      @Override
      public TreeMap<String, Long> reduce(TreeMap<String, Long> counts, String page) {
        counts.merge(page, 1L, Long::sum);
        return counts;
      }

      @Override
      public TreeMap<String, Long> merge(TreeMap<String, Long> some, TreeMap<String, Long> more) {
        more.forEach((page, views) -> some.merge(page, views, Long::sum));
        return some;
      }

      @Override
      public PageCount finish(TreeMap<String, Long> counts) {
        PageCount best = new PageCount();
        counts.forEach(
            (page, views) -> {
              if (views > best.views) {
                best.page = page;
                best.views = views;
              }
            });
        return best;
      }

      @Override
      @SuppressWarnings({"unchecked", "rawtypes"})
      public Encoder<TreeMap<String, Long>> bufferEncoder() {
        return (Encoder) Encoders.kryo(TreeMap.class);
      }

      @Override
      public Encoder<PageCount> outputEncoder() {
        return Encoders.bean(PageCount.class);
      }
    }

    /** A page and its views. */
    public static final class PageCount {

      private String page;
      private long views;

      public String getPage() {
        return page;
      }

      public void setPage(String value) {
        page = value;
      }

      public long getViews() {
        return views;
      }

      public void setViews(long value) {
        views = value;
      }
    }
  }

  /** Keeps the pages of a window as they came and counts them at its end: right, and dear. */
  public static final class OneStage implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          views
              .groupBy(window(col("event_time"), "5 minutes").as("window"))
              .agg(collect_list(col("page")).as("pages"))
              .withColumn(
                  "best",
                  expr(
                      "array_min(transform(array_distinct(pages),"
                          + " p -> struct(-size(filter(pages, q -> q = p)) AS n, p AS page)))"))
              .withColumn("page", col("best.page"))
              .withColumn("views", expr("-best.n")));
    }
  }
}
