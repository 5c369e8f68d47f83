package kata.spark.watermarks;

import kata.spark.lab.TwoStreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Right answers, written differently. */
public final class FastestInputAlternatives {

  private FastestInputAlternatives() {}

  /** One watermark behind the union follows the newest view of all, whatever the policy. */
  public static final class AfterUnion implements TwoStreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      return Counts.of(first.union(second).withWatermark("event_time", "2 minutes"));
    }
  }

  /** Says the policy in SQL, and counts in SQL. */
  public static final class Sql implements TwoStreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      first.sparkSession().sql("SET spark.sql.streaming.multipleWatermarkPolicy = max");
      return Counts.inSql(
          second
              .withWatermark("event_time", "120 seconds")
              .unionByName(first.withWatermark("event_time", "120 seconds")));
    }
  }
}
