package kata.spark.lab;

import static org.apache.spark.sql.functions.callUDF;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.session_window;
import static org.apache.spark.sql.functions.window;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kata.harness.lab.SparkLab;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a learner reads about an answer that gives no rows. */
class LearnerMistakesTest {

  private static final SparkEngine ENGINE = new SparkEngine();

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static List<String> mishap(Class<?> answer) {
    return new SparkLab(ENGINE, Plays.STORY).mishap(answer, Duration.ofMinutes(2));
  }

  private static String at(int line) {
    return "at LearnerMistakesTest.java:" + line;
  }

  private static int here() {
    return StackWalker.getInstance()
        .walk(frames -> frames.skip(1).findFirst())
        .orElseThrow()
        .getLineNumber();
  }

  private static Dataset<Row> perPage(Dataset<Row> views) {
    return views.groupBy(window(col("event_time"), "5 minutes"), col("page")).count();
  }

  static final class ReturnsNull implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return null;
    }
  }

  @Test
  void returns_null() {
    assertThat(mishap(ReturnsNull.class))
        .containsExactly(
            "Your code returned null instead of a Dataset.",
            "",
            "Return the Dataset that your last call gives back.");
  }

  static final class NoQuery {}

  @Test
  void is_no_stream_query() {
    assertThat(mishap(NoQuery.class))
        .containsExactly(
            "NoQuery is not a StreamQuery.",
            "",
            "Let the class implement StreamQuery again, as the starter did.");
  }

  static final class NullMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Plays.count(views);
    }

    @Override
    public OutputMode outputMode() {
      return null;
    }
  }

  @Test
  void names_no_output_mode() {
    assertThat(mishap(NullMode.class))
        .containsExactly(
            "Your code returned null instead of an output mode.",
            "",
            "Leave outputMode() out: append is the default, and what most lessons ask for.");
  }

  static final class OtherSession implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views.sparkSession().newSession().range(1).toDF();
    }
  }

  @Test
  void builds_in_another_session() {
    assertThat(mishap(OtherSession.class))
        .containsExactly(
            "Your code returned a Dataset of another Spark session.",
            "",
            "Build on the Dataset that you are given; do not make a session of your own.");
  }

  static final class Unchanged implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      Plays.count(views);
      return views;
    }
  }

  @Test
  void returns_the_events() {
    assertThat(mishap(Unchanged.class))
        .containsExactly(
            "Your code returned the events as they came.",
            "",
            "Each call gives back a new Dataset and leaves the old one as it is: return the last"
                + " one.");
  }

  static final class NoStream implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views.sparkSession().range(3).toDF();
    }
  }

  @Test
  void returns_a_table() {
    assertThat(mishap(NoStream.class))
        .containsExactly(
            "Your code returned a Dataset that is not a stream.",
            "",
            "Build on the Dataset that you are given; one made of values has no events to wait"
                + " for.");
  }

  static final class SecondWatermark implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Plays.count(views.withWatermark("event_time", "10 minutes"));
    }
  }

  @Test
  void sets_the_watermark_again() {
    assertThat(mishap(SecondWatermark.class))
        .containsExactly(
            "Your code sets the watermark once more.",
            "",
            "The events bring their watermark along, and Spark allows only one: leave out"
                + " withWatermark.");
  }

  static final class WindowAsStruct implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return perPage(views);
    }
  }

  @Test
  void returns_the_window_as_one_column() {
    assertThat(mishap(WindowAsStruct.class))
        .containsExactly(
            "The column window of your rows is a struct with the fields start, end.",
            "",
            "A result has plain columns: select the fields, and name them as the task does.");
  }

  static final class Counts implements StreamQuery {
    static final int LINE = 4 + here();

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      views.count();
      return Plays.count(views);
    }
  }

  static final class Shows implements StreamQuery {
    static final int LINE = 4 + here();

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      views.show();
      return Plays.count(views);
    }
  }

  @Test
  void looks_at_the_rows_while_it_builds() {
    assertThat(mishap(Counts.class))
        .containsExactly(
            "Your code threw ExtendedAnalysisException: Queries with streaming sources must be"
                + " executed with",
            "writeStream.start();",
            "",
            at(Counts.LINE),
            "",
            "A stream has no end to wait for: count(), show() and collect() are made for tables.",
            "Leave them out and return the Dataset: the lab starts the query.");
    assertThat(mishap(Shows.class)).contains(at(Shows.LINE)).hasSize(7);
  }

  static final class NeverComplete implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views.groupBy("page").count();
    }
  }

  @Test
  void aggregates_without_a_window() {
    assertThat(mishap(NeverComplete.class))
        .containsExactly(
            "Your code threw ExtendedAnalysisException: Append output mode not supported when there"
                + " are",
            "streaming aggregations on streaming DataFrames/DataSets without watermark;",
            "",
            "Append mode gives out rows that cannot change any more; this group is never complete.",
            "Group by a window over the column that has the watermark: the watermark closes it.");
  }

  static final class CompleteWithoutAggregate implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views.select("page");
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Complete();
    }
  }

  @Test
  void asks_for_a_complete_result_where_there_is_none() {
    assertThat(mishap(CompleteWithoutAggregate.class))
        .containsExactly(
            "Your code threw ExtendedAnalysisException: Complete output mode not supported when"
                + " there are no",
            "streaming aggregations on streaming DataFrames/Datasets;",
            "",
            "Complete mode gives out a whole result again and again; only an aggregation keeps"
                + " one.",
            "Leave outputMode() out: append is the default.");
  }

  static final class TwoStagesThatUpdate implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return perPage(views).groupBy("window").agg(max("count").as("most")).drop("window");
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }
  }

  @Test
  void chains_stages_in_update_mode() {
    assertThat(mishap(TwoStagesThatUpdate.class))
        .endsWith(
            "",
            "A stage on top of an aggregation needs rows that cannot change any more.",
            "Only append mode gives such rows: leave outputMode() out, append is the default.")
        .first()
        .asString()
        .startsWith("Your code threw ExtendedAnalysisException: Detected pattern of possible");
  }

  static final class UnknownColumn implements StreamQuery {
    static final int LINE = 4 + here();

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Plays.count(views.where(col("pge").isNotNull()));
    }
  }

  @Test
  void misspells_a_column() {
    assertThat(mishap(UnknownColumn.class))
        .containsExactly(
            "Your code threw ExtendedAnalysisException: [UNRESOLVED_COLUMN.WITH_SUGGESTION] A"
                + " column or",
            "function parameter with name `pge` cannot be resolved. Did you mean one of the"
                + " followi...",
            "",
            at(UnknownColumn.LINE),
            "",
            "There is no column pge where you use it. Of those that there are, these come nearest:",
            "page, device, user_id, country, event_id.");
  }

  static final class DistinctUsers implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views
          .groupBy(window(col("event_time"), "5 minutes"))
          .agg(countDistinct("user_id").as("users"))
          .drop("window");
    }
  }

  @Test
  void counts_distinct_values() {
    assertThat(mishap(DistinctUsers.class))
        .endsWith(
            "",
            "To count distinct values exactly, a stream would have to remember all of them.",
            "Use approx_count_distinct.");
  }

  static final class Sorts implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Plays.count(views).orderBy("views");
    }
  }

  @Test
  void sorts_a_stream() {
    assertThat(mishap(Sorts.class))
        .endsWith(
            "",
            "A stream cannot be sorted: a row that is still to come might be the first.",
            "Use an aggregate where you want the greatest or the least of a group.");
  }

  static final class Ranks implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return perPage(views)
          .withColumn("rank", row_number().over(Window.partitionBy("window").orderBy("count")))
          .where("rank = 1")
          .drop("window");
    }
  }

  @Test
  void ranks_rows() {
    assertThat(mishap(Ranks.class))
        .endsWith(
            "",
            "row_number, rank and over(...) need a whole table; a stream has windows of time only.",
            "Use an aggregate where you want the greatest or the least of a group.");
  }

  static final class BadSql implements StreamQuery {
    static final int LINE = 4 + here();

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views.select(expr("count("));
    }
  }

  @Test
  void writes_sql_that_cannot_be_read() {
    assertThat(mishap(BadSql.class))
        .containsExactly(
            "Your code threw ParseException: [PARSE_SYNTAX_ERROR] Syntax error at or near end of"
                + " input.(line 1,",
            "pos 6)",
            "",
            at(BadSql.LINE),
            "",
            "Spark cannot read this text as SQL.",
            "Look at the position that the message names, in expr(...), selectExpr(...) or"
                + " sql(...).");
  }

  static final class NoView implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views.sparkSession().sql("SELECT page FROM views");
    }
  }

  @Test
  void queries_a_view_that_nobody_made() {
    assertThat(mishap(NoView.class))
        .endsWith(
            "",
            "There is no view of this name in the session of your Dataset.",
            "Give the events a name first, with createOrReplaceTempView.");
  }

  static final class NotGrouped implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      views.createOrReplaceTempView("views");
      return views
          .sparkSession()
          .sql("SELECT page, count(*) FROM views GROUP BY window(event_time, '5 minutes')");
    }
  }

  @Test
  void selects_a_column_that_is_not_grouped() {
    assertThat(mishap(NotGrouped.class))
        .endsWith(
            "",
            "After groupBy a row stands for many events, which may differ in this column.",
            "Group by the column as well, or aggregate it.");
  }

  static final class Ambiguous implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views.join(views, "page").select("event_time");
    }
  }

  @Test
  void names_one_of_two_columns() {
    assertThat(mishap(Ambiguous.class))
        .endsWith(
            "",
            "Two columns have this name.",
            "Say which one you mean, or rename or drop one of them.");
  }

  static final class BadInterval implements StreamQuery {
    static final int LINE = 4 + here();

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views.groupBy(window(col("event_time"), "5 minuets")).count().drop("window");
    }
  }

  @Test
  void misspells_a_length_of_time() {
    assertThat(mishap(BadInterval.class))
        .containsExactly(
            "Your code threw IllegalArgumentException: Error parsing '5 minuets' to interval,"
                + " invalid unit",
            "'minuets'",
            "",
            at(BadInterval.LINE),
            "",
            "A length of time is a number and a unit.",
            "Write it as '30 seconds', '5 minutes' or '1 hour'.");
  }

  static final class HoldsALock implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      Object lock = new Object();
      MapFunction<Row, String> holds = row -> lock.toString();
      return views.map(holds, Encoders.STRING()).toDF("page");
    }
  }

  @Test
  void holds_what_cannot_be_sent() {
    assertThat(mishap(HoldsALock.class))
        .containsExactly(
            "Your code threw NotSerializableException: java.lang.Object",
            "",
            "Spark sends your functions to other machines, and this one holds what cannot be sent.",
            "Use a static class or a lambda that captures only values such as numbers and"
                + " strings.");
  }

  private static Dataset<Row> sessions(Dataset<Row> views, String gap) {
    return views
        .groupBy(session_window(col("event_time"), expr(gap)), col("user_id"))
        .count()
        .drop("session_window");
  }

  static final class ComputesTheGap implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return sessions(views, "concat(length(device), ' minutes')");
    }
  }

  @Test
  void computes_a_gap_where_spark_does_not_know_its_type() {
    assertThat(mishap(ComputesTheGap.class))
        .contains(
            "Spark has to know the type of a gap before it looks into the expression.",
            "Add the gap to the events as a column first, and name that column in session_window.");
  }

  static final class IntervalForAGap implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return sessions(views, "CASE WHEN device = 'mobile' THEN INTERVAL 10 MINUTES END");
    }
  }

  @Test
  void takes_an_interval_of_sql_for_a_gap() {
    assertThat(mishap(IntervalForAGap.class))
        .contains(
            "A gap is a text such as '10 minutes', or what make_interval returns.",
            "An INTERVAL of SQL is of another type, and Spark takes none for a gap.");
  }

  static final class IntervalForAWindow implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views.groupBy(expr("window(event_time, INTERVAL '5' MINUTES)")).count();
    }
  }

  @Test
  void takes_an_interval_of_sql_for_the_length_of_a_window() {
    assertThat(mishap(IntervalForAWindow.class))
        .contains(
            "The length of a window is a text such as '5 minutes', not an INTERVAL of SQL.",
            "Write the text itself, and no expression that gives one.");
  }

  static final class ShiftedByASlide implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views
          .groupBy(window(col("event_time"), "10 minutes", "5 minutes", "5 minutes"))
          .count();
    }
  }

  @Test
  void shifts_windows_by_a_whole_slide() {
    assertThat(mishap(ShiftedByASlide.class))
        .contains(
            "The start of windows shifts them by less than one slide: then they repeat.",
            "Leave out the fourth argument of window(), or make it shorter than the slide.");
  }

  static final class NoRangeThatSparkUnderstands implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return views
          .as("v")
          .join(
              purchases.as("p"),
              expr(
                  "v.user_id = p.user_id AND NOT p.event_time > timestampadd(MINUTE, 10,"
                      + " v.event_time)"),
              "left_outer")
          .select("v.page");
    }
  }

  @Test
  void joins_in_a_range_that_spark_does_not_understand() {
    assertThat(mishap(NoRangeThatSparkUnderstands.class))
        .contains(
            "Spark cannot tell from the condition when a row without a partner has waited enough.",
            "Compare the event times by <= and >=, one of them plus or minus an INTERVAL.");
  }

  static final class StateInRocksDb implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      views
          .sparkSession()
          .conf()
          .set(
              "spark.sql.streaming.stateStore.providerClass",
              "org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider");
      return Plays.count(views);
    }
  }

  @Test
  void keeps_state_in_a_store_that_is_not_there() {
    assertThat(mishap(StateInRocksDb.class))
        .containsExactly(
            "Your code threw ClassNotFoundException: org.rocksdb.RocksDB",
            "",
            "RocksDB is large, and so not among the libraries of the workbook.",
            "Leave out the setting of the state store's provider: the default one gives the same"
                + " rows.");
  }

  static final class ThrowsInBuild implements StreamQuery {
    static final int LINE = 4 + here();

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      throw new UnsupportedOperationException("later");
    }
  }

  @Test
  void throws_while_it_builds() {
    assertThat(mishap(ThrowsInBuild.class))
        .containsExactly(
            "Your code threw UnsupportedOperationException: later", "", at(ThrowsInBuild.LINE));
  }

  static final class ThrowsInAUdf implements StreamQuery {
    static final int LINE = 4 + here();

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      UDF1<String, Integer> number = page -> Integer.parseInt(page);
      views.sparkSession().udf().register("number", number, DataTypes.IntegerType);
      return Plays.count(views.where(callUDF("number", col("page")).isNotNull()));
    }
  }

  static final class ThrowsInAFunction implements StreamQuery {
    static final int LINE = 4 + here();

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      MapFunction<Row, Integer> number = view -> Integer.parseInt(view.getAs("page"));
      return views.map(number, Encoders.INT()).toDF("page");
    }
  }

  @Test
  void throws_while_it_runs() {
    String headline = "Your code threw NumberFormatException: For input string: \"/home\"";

    assertThat(mishap(ThrowsInAUdf.class)).containsExactly(headline, "", at(ThrowsInAUdf.LINE));
    assertThat(mishap(ThrowsInAFunction.class))
        .containsExactly(headline, "", at(ThrowsInAFunction.LINE));
  }

  static final class OutOfMemory implements StreamQuery {
    static final int LINE = 4 + here();

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      MapFunction<Row, String> big = view -> "" + new long[Integer.MAX_VALUE].length;
      return views.map(big, Encoders.STRING()).toDF("page");
    }
  }

  static final class Recursion implements StreamQuery {
    static final int LINE = 3 + here();

    private static int depth(int depth) {
      return depth(depth + 1) + 1;
    }

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      MapFunction<Row, String> deep = view -> "" + depth(0);
      return views.map(deep, Encoders.STRING()).toDF("page");
    }
  }

  static final class OwnError implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      MapFunction<Row, String> fails =
          view -> {
            throw new AssertionError("must not happen");
          };
      return views.map(fails, Encoders.STRING()).toDF("page");
    }
  }

  @Test
  void throws_an_error_and_the_next_play_works() {
    assertThat(mishap(OutOfMemory.class))
        .startsWith(
            "Your code threw OutOfMemoryError: Requested array size exceeds VM limit",
            "",
            at(OutOfMemory.LINE),
            "",
            "The memory of the JVM is full.");
    assertThat(mishap(Recursion.class))
        .startsWith(
            "Your code threw StackOverflowError.",
            "",
            at(Recursion.LINE),
            "",
            "A method calls itself without end: look for the case in which it has to stop.");
    assertThat(mishap(OwnError.class))
        .startsWith("Your code threw AssertionError: must not happen");
    assertThat(mishap(ReturnsNull.class)).hasSize(3);
  }
}
