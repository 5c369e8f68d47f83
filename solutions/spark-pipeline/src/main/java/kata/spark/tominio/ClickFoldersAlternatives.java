package kata.spark.tominio;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.get_json_object;

import java.util.concurrent.TimeoutException;
import kata.pipeline.Connections;
import kata.spark.pipeline.Pipeline;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;

/** Right answers, written differently. */
public final class ClickFoldersAlternatives {

  private ClickFoldersAlternatives() {}

  /** In SQL; takes what is there and ends, as a job that a scheduler starts does. */
  public static final class AvailableNow implements Pipeline {

    @Override
    public StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
      Clicks.read(spark, at).createOrReplaceTempView("clicks");
      return spark
          .sql(
              """
              SELECT *, CAST(event_time AS DATE) AS day, lpad(hour(event_time), 2, '0') AS hour
              FROM clicks
              """)
          .writeStream()
          .trigger(Trigger.AvailableNow())
          .format("parquet")
          .partitionBy("day", "hour")
          .option("checkpointLocation", at.folder("state"))
          .start(at.folder("clicks"));
    }
  }

  /** Reads field by field, and writes once a minute, so that there are fewer files. */
  public static final class FieldByField implements Pipeline {

    @Override
    public StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
      Column time = field("event_time").cast("timestamp");
      return Clicks.records(spark, at)
          .select(
              field("event_id"),
              field("user_id"),
              field("page"),
              time.as("event_time"),
              date_format(time, "yyyy-MM-dd").as("day"),
              date_format(time, "HH").as("hour"))
          .writeStream()
          .trigger(Trigger.ProcessingTime("1 minute"))
          .format("parquet")
          .partitionBy("day", "hour")
          .option("checkpointLocation", at.folder("checkpoint"))
          .start(at.folder("clicks"));
    }

    private static Column field(String name) {
      return get_json_object(col("value").cast("string"), "$." + name).as(name);
    }
  }
}
