package kata.spark.tominio;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.from_utc_timestamp;

import java.util.concurrent.TimeoutException;
import kata.harness.diagnosis.Misconception;
import kata.pipeline.Connections;
import kata.spark.pipeline.Pipeline;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.StreamingQuery;

/** What people get wrong about files that a stream writes. */
public final class ClickFoldersMisconceptions {

  private ClickFoldersMisconceptions() {}

  /** What is right about most of them. */
  abstract static class Wrong implements Pipeline {

    String startingOffsets() {
      return "earliest";
    }

    Dataset<Row> clicks(Dataset<Row> records) {
      return Clicks.clicks(records);
    }

    Column day() {
      return date_format(col("event_time"), "yyyy-MM-dd");
    }

    Column hour() {
      return date_format(col("event_time"), "HH");
    }

    String checkpoint(Connections at) {
      return at.folder("checkpoints/clicks");
    }

    DataStreamWriter<Row> into(DataStreamWriter<Row> writer, String folder) {
      return writer.format("parquet").partitionBy("day", "hour").option("path", folder);
    }

    @Override
    public final StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
      Dataset<Row> clicks = clicks(Clicks.records(spark, at, startingOffsets()));
      Dataset<Row> filed = clicks.withColumn("day", day()).withColumn("hour", hour());
      return into(filed.writeStream(), at.folder("clicks"))
          .option("checkpointLocation", checkpoint(at))
          .start();
    }
  }

  @Misconception(
      headline = "Clicks that lay in the topic before the query started are missing.",
      when = "the query starts with the latest offsets, which is also the default of a stream.",
      rule = "startingOffsets counts for the first start only; earliest takes all that is there.",
      hint = 1)
  public static final class LatestOffsets extends Wrong {
    @Override
    String startingOffsets() {
      return "latest";
    }
  }

  @Misconception(
      headline = "The new machine began with batch 0 again, and the sink skipped what it knew.",
      when = "the checkpoint lies on the disk of the machine that is lost.",
      rule = "The sink skips batches by number: a new checkpoint with old files loses clicks.",
      hint = 2)
  public static final class CheckpointOnDisk extends Wrong {
    @Override
    String checkpoint(Connections at) {
      return "/tmp/checkpoints/clicks";
    }
  }

  @Misconception(
      headline = "Clicks of a batch lie in the bucket twice after the restart.",
      when = "each batch is appended by foreachBatch.",
      rule = "A batch that is not committed comes again; append does not know it did come before.",
      hint = 3)
  public static final class AppendEachBatch extends Wrong {
    @Override
    DataStreamWriter<Row> into(DataStreamWriter<Row> writer, String folder) {
      return writer.foreachBatch(
          (VoidFunction2<Dataset<Row>, Long>)
              (batch, id) ->
                  batch.write().mode(SaveMode.Append).partitionBy("day", "hour").parquet(folder));
    }
  }

  @Misconception(
      headline = "Each batch deleted what those before it had written.",
      when = "foreachBatch writes with the mode overwrite.",
      rule = "Overwrite replaces the whole folder, not the rows of the same batch.",
      hint = 3)
  public static final class OverwriteEachBatch extends Wrong {
    @Override
    DataStreamWriter<Row> into(DataStreamWriter<Row> writer, String folder) {
      return writer.foreachBatch(
          (VoidFunction2<Dataset<Row>, Long>)
              (batch, id) ->
                  batch
                      .write()
                      .mode(SaveMode.Overwrite)
                      .partitionBy("day", "hour")
                      .parquet(folder));
    }
  }

  @Misconception(
      headline = "Clicks that were sent late are gone.",
      when = "clicks are told apart by dropDuplicates behind a watermark.",
      rule = "dropDuplicates drops all that is behind the watermark, not only what it has seen.",
      hint = 3)
  public static final class DropsDuplicates extends Wrong {
    @Override
    Dataset<Row> clicks(Dataset<Row> records) {
      return super.clicks(records)
          .withWatermark("event_time", "10 minutes")
          .dropDuplicates("event_id", "event_time");
    }
  }

  @Misconception(
      headline = "The time of a click is a text in the files.",
      when = "event_time is written as it stands in the JSON.",
      rule = "Parquet knows timestamps; who gets a text has to parse it, each in his own way.",
      hint = 3)
  public static final class TimeAsText extends Wrong {
    @Override
    Dataset<Row> clicks(Dataset<Row> records) {
      return records
          .selectExpr(
              "from_json(CAST(value AS STRING), 'event_id STRING, user_id STRING, page STRING,"
                  + " event_time STRING') AS click")
          .select("click.*");
    }
  }

  @Misconception(
      headline = "Clicks of one partition are in the files, and no others.",
      when = "only partition 0 is read.",
      rule = "Those who send decide how many partitions they fill: subscribe to the topic.",
      hint = 1)
  public static final class FirstPartition extends Wrong {
    @Override
    Dataset<Row> clicks(Dataset<Row> records) {
      return super.clicks(records.where(col("partition").equalTo(0)));
    }
  }

  @Misconception(
      headline = "A click that was sent late lies in the hour in which it was sent.",
      when = "the folders follow the timestamp of the record in Kafka.",
      rule = "That timestamp says when a record was sent; the event time stands in its value.",
      hint = 1)
  public static final class HourOfTheRecord extends Wrong {
    @Override
    Dataset<Row> clicks(Dataset<Row> records) {
      return records
          .selectExpr(
              "from_json(CAST(value AS STRING), 'event_id STRING, user_id STRING, page STRING,"
                  + " event_time TIMESTAMP') AS click",
              "date_format(timestamp, 'HH') AS hour")
          .select("click.*", "hour");
    }

    @Override
    Column hour() {
      return col("hour");
    }
  }

  @Misconception(
      headline = "The clicks of the afternoon lie in folders of the morning.",
      when = "the hour is written with hh.",
      rule = "hh counts to 12 and begins again; HH counts from 00 to 23.",
      hint = 1)
  public static final class TwelveHours extends Wrong {
    @Override
    Column hour() {
      return date_format(col("event_time"), "hh");
    }
  }

  @Misconception(
      headline = "The folders of days have numbers that no month has.",
      when = "the day is written with DD.",
      rule = "DD counts the days of the year; dd counts those of the month.",
      hint = 1)
  public static final class DayOfTheYear extends Wrong {
    @Override
    Column day() {
      return date_format(col("event_time"), "yyyy-MM-DD");
    }
  }

  @Misconception(
      headline = "Hours below ten have one digit.",
      when = "the hour is taken as a number.",
      rule = "A folder is named by a text: a number has no leading zero.",
      hint = 1)
  public static final class HourAsNumber extends Wrong {
    @Override
    Column hour() {
      return functions.hour(col("event_time"));
    }
  }

  @Misconception(
      headline = "The clicks lie in the folders of the hours of Berlin.",
      when = "the time is shifted into another zone.",
      rule = "Folders of one zone only: name it. In UTC no hour is missing or there twice.",
      hint = 1)
  public static final class HoursOfBerlin extends Wrong {
    @Override
    Column day() {
      return date_format(local(), "yyyy-MM-dd");
    }

    @Override
    Column hour() {
      return date_format(local(), "HH");
    }

    private static Column local() {
      return from_utc_timestamp(col("event_time"), "Europe/Berlin");
    }
  }
}
