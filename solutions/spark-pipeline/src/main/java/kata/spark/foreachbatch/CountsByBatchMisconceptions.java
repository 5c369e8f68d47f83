package kata.spark.foreachbatch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import kata.harness.diagnosis.Misconception;
import kata.pipeline.Connections;
import kata.spark.pipeline.Pipeline;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.StreamingQuery;

/** What people get wrong about micro-batches that write to a database. */
public final class CountsByBatchMisconceptions {

  private CountsByBatchMisconceptions() {}

  /** What is right about most of them. */
  abstract static class Wrong implements Pipeline {

    String startingOffsets() {
      return "earliest";
    }

    String checkpoint(Connections at) {
      return at.folder("checkpoints/counts");
    }

    abstract DataStreamWriter<Row> writer(Dataset<Row> views);

    abstract void write(Dataset<Row> batch, long id, Connection database) throws SQLException;

    @Override
    public final StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
      return writer(CountsByBatch.views(spark, at, startingOffsets()))
          .option("checkpointLocation", checkpoint(at))
          .foreachBatch((VoidFunction2<Dataset<Row>, Long>) (batch, id) -> write(batch, id, at))
          .start();
    }

    private void write(Dataset<Row> batch, long id, Connections at) throws SQLException {
      try (Connection database = CountsByBatch.connect(at)) {
        write(batch, id, database);
        database.commit();
      }
    }
  }

  /** Writes the counts that have changed, each of them whole; as is right, it replaces rows. */
  abstract static class Totals extends Wrong {

    String statement() {
      return CountsByBatch.REPLACE;
    }

    @Override
    DataStreamWriter<Row> writer(Dataset<Row> views) {
      return CountsByBatch.counted(views).writeStream().outputMode("update");
    }

    @Override
    void write(Dataset<Row> counts, long id, Connection database) throws SQLException {
      CountsByBatch.write(database, statement(), counts.toLocalIterator());
    }
  }

  /** Counts the views of a batch alone. */
  abstract static class Increments extends Wrong {

    @Override
    final DataStreamWriter<Row> writer(Dataset<Row> views) {
      return views.writeStream();
    }

    static void write(Connection database, String statement, Dataset<Row> views)
        throws SQLException {
      CountsByBatch.write(database, statement, CountsByBatch.counted(views).toLocalIterator());
    }
  }

  @Misconception(
      headline = "The query ended when a window got more views: its row was there already.",
      when = "each batch only inserts rows.",
      rule = "A count that has changed comes again, and so does a batch: insert or replace.",
      hint = 2)
  public static final class InsertsOnly extends Totals {
    @Override
    String statement() {
      return CountsByBatch.INSERT;
    }
  }

  @Misconception(
      headline = "Views of former batches are counted again with each new one.",
      when = "counts of update mode are added to those in the table.",
      rule = "Update mode gives out what a window has in all. What is whole replaces.",
      hint = 2)
  public static final class AddsTotals extends Totals {
    @Override
    String statement() {
      return Additions.ADD;
    }
  }

  @Misconception(
      headline = "A view that came very late is not counted.",
      when = "the query has a watermark, and forgets windows that lie behind it.",
      rule = "A watermark bounds the state at the price of late rows; here every view counts.",
      hint = 2)
  public static final class ForgetsWindows extends Totals {
    @Override
    DataStreamWriter<Row> writer(Dataset<Row> views) {
      return super.writer(views.withWatermark("event_time", "1 hour"));
    }
  }

  @Misconception(
      headline = "A count is not in the table before its window is over.",
      when = "the query gives out its rows in append mode, behind a watermark.",
      rule = "Append gives out what never changes again; update gives out what has changed.",
      hint = 2)
  public static final class WaitsForTheEnd extends Totals {
    @Override
    DataStreamWriter<Row> writer(Dataset<Row> views) {
      return super.writer(views.withWatermark("event_time", "10 minutes")).outputMode("append");
    }
  }

  @Misconception(
      headline = "After the machine was lost, windows have only what came since.",
      when = "the checkpoint lies on the disk of the machine that is lost, or nowhere.",
      rule = "Counts are made of a state, and a topic keeps no records for ever: keep both safe.",
      hint = 3)
  public static final class CheckpointOnDisk extends Totals {
    @Override
    String checkpoint(Connections at) {
      return "/tmp/checkpoints/counts";
    }
  }

  @Misconception(
      headline = "The counts of a batch that the database refused are missing.",
      when = "the exception of the database is caught, and the batch ends as if all was well.",
      rule = "Only a batch that fails comes again: let the exception out.",
      hint = 3)
  public static final class SwallowsRefusals extends Totals {
    @Override
    void write(Dataset<Row> counts, long id, Connection database) throws SQLException {
      try {
        super.write(counts, id, database);
      } catch (SQLException refused) {
        database.rollback();
      }
    }
  }

  @Misconception(
      headline = "Views that lay in the topic before the query started are missing.",
      when = "the query starts with the latest offsets, which is also the default of a stream.",
      rule = "startingOffsets counts for the first start only; earliest takes all that is there.",
      hint = 1)
  public static final class LatestOffsets extends Totals {
    @Override
    String startingOffsets() {
      return "latest";
    }
  }

  @Misconception(
      headline = "The batch that came again after the crash is counted twice.",
      when = "the views of each batch are added, whether or not it came before.",
      rule = "A batch comes at least once. Adding needs to know which batches are in already.",
      hint = 3)
  public static final class AddsEachTry extends Increments {
    @Override
    void write(Dataset<Row> views, long id, Connection database) throws SQLException {
      write(database, Additions.ADD, views);
    }
  }

  @Misconception(
      headline = "The batch that came again on another machine is counted twice.",
      when = "the numbers of the batches that are in the table are kept in memory.",
      rule = "Another machine has another memory: keep the numbers where the rows are.",
      hint = 3,
      sameAs = "AddsEachTry")
  public static final class NumbersInMemory extends Increments {

    private final Set<Long> noted = new HashSet<>();

    @Override
    void write(Dataset<Row> views, long id, Connection database) throws SQLException {
      if (!noted.contains(id)) {
        write(database, Additions.ADD, views);
        noted.add(id);
      }
    }
  }

  @Misconception(
      headline = "The table shows what one batch had, and not what a window has in all.",
      when = "a row keeps the count of its first batch, or gets that of its last one alone.",
      rule = "A batch is no window: it is what happened to be there when the last one was done.",
      hint = 2)
  public static final class ReplacesByIncrements extends Increments {
    @Override
    void write(Dataset<Row> views, long id, Connection database) throws SQLException {
      write(database, CountsByBatch.REPLACE, views);
    }
  }

  @Misconception(
      headline = "The views of a batch that failed are missing.",
      when = "the number of a batch is committed before its rows.",
      rule = "If the rows then fail, the batch is taken for done: one transaction for both.",
      hint = 3)
  public static final class NumberBeforeRows extends Increments {
    @Override
    void write(Dataset<Row> views, long id, Connection database) throws SQLException {
      if (Additions.note(database, id)) {
        database.commit();
        write(database, Additions.ADD, views);
      }
    }
  }

  @Misconception(
      headline = "The views of a batch whose number could not be noted are counted twice.",
      when = "the rows of a batch are committed before its number.",
      rule = "If the number then fails, the batch is taken for new: one transaction for both.",
      hint = 3)
  public static final class NumberAfterRows extends Increments {
    @Override
    void write(Dataset<Row> views, long id, Connection database) throws SQLException {
      if (!isNoted(database, id)) {
        write(database, Additions.ADD, views);
        database.commit();
        Additions.note(database, id);
      }
    }

    private static boolean isNoted(Connection database, long id) throws SQLException {
      String sql = "select 1 from batches where batch_id = " + id;
      try (Statement statement = database.createStatement();
          ResultSet found = statement.executeQuery(sql)) {
        return found.next();
      }
    }
  }
}
