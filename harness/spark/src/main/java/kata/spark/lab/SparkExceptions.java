package kata.spark.lab;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.AnalysisException;

/** Says in plain sentences what an exception of Spark means to a learner. */
public final class SparkExceptions {

  /**
   * What an exception means.
   *
   * @param mark a part of the message of Spark, such as the name of the error
   * @param advice one sentence each
   */
  private record Meaning(String mark, List<String> advice) {
    Meaning(String mark, String what, String remedy) {
      this(mark, List.of(what, remedy));
    }
  }

  private static final List<Meaning> MEANINGS =
      List.of(
          new Meaning(
              "must be executed with writeStream.start()",
              "A stream has no end to wait for: count(), show() and collect() are made for tables.",
              "Leave them out and return the Dataset: the lab starts the query."),
          new Meaning(
              "Append output mode not supported",
              "Append mode gives out rows that cannot change any more; this group is never"
                  + " complete.",
              "Group by a window over the column that has the watermark: the watermark closes it."),
          new Meaning(
              "Complete output mode not supported",
              "Complete mode gives out a whole result again and again; only an aggregation keeps"
                  + " one.",
              "Leave outputMode() out: append is the default."),
          new Meaning(
              "due to global watermark",
              "A stage on top of an aggregation needs rows that cannot change any more.",
              "Only append mode gives such rows: leave outputMode() out, append is the default."),
          new Meaning(
              "Distinct aggregations are not supported",
              "To count distinct values exactly, a stream would have to remember all of them.",
              "Use approx_count_distinct."),
          new Meaning(
              "Sorting is not supported",
              "A stream cannot be sorted: a row that is still to come might be the first.",
              "Use an aggregate where you want the greatest or the least of a group."),
          new Meaning(
              "NON_TIME_WINDOW_NOT_SUPPORTED_IN_STREAMING",
              "row_number, rank and over(...) need a whole table; a stream has windows of time"
                  + " only.",
              "Use an aggregate where you want the greatest or the least of a group."),
          new Meaning(
              "PARSE_SYNTAX_ERROR",
              "Spark cannot read this text as SQL.",
              "Look at the position that the message names, in expr(...), selectExpr(...) or"
                  + " sql(...)."),
          new Meaning(
              "TABLE_OR_VIEW_NOT_FOUND",
              "There is no view of this name in the session of your Dataset.",
              "Give the events a name first, with createOrReplaceTempView."),
          new Meaning(
              "MISSING_AGGREGATION",
              "After groupBy a row stands for many events, which may differ in this column.",
              "Group by the column as well, or aggregate it."),
          new Meaning(
              "AMBIGUOUS_REFERENCE",
              "Two columns have this name.",
              "Say which one you mean, or rename or drop one of them."),
          new Meaning(
              "Error parsing '",
              "A length of time is a number and a unit.",
              "Write it as '30 seconds', '5 minutes' or '1 hour'."),
          new Meaning(
              "Invalid call to dataType on unresolved object",
              "Spark has to know the type of a gap before it looks into the expression.",
              "Add the gap to the events as a column first, and name that column in"
                  + " session_window."),
          new Meaning(
              "must be CalendarIntervalType",
              "A gap is a text such as '10 minutes', or what make_interval returns.",
              "An INTERVAL of SQL is of another type, and Spark takes none for a gap."),
          new Meaning(
              "duration and time inputs to window",
              "The length of a window is a text such as '5 minutes', not an INTERVAL of SQL.",
              "Write the text itself, and no expression that gives one."),
          new Meaning(
              "abs(start_time)",
              "The start of windows shifts them by less than one slide: then they repeat.",
              "Leave out the fourth argument of window(), or make it shorter than the slide."),
          new Meaning(
              "without a watermark in the join keys",
              "Spark cannot tell from the condition when a row without a partner has waited"
                  + " enough.",
              "Compare the event times by <= and >=, one of them plus or minus an INTERVAL."),
          new Meaning(
              "More than one event time columns",
              "A join of two streams has two columns with a watermark; a stage that keeps state"
                  + " takes one.",
              "Only filter and select behind such a join, and put no window on its inputs."),
          new Meaning(
              "org.rocksdb.RocksDB",
              "RocksDB is large, and so not among the libraries of the workbook.",
              "Leave out the setting of the state store's provider: the default one gives the same"
                  + " rows."),
          new Meaning(
              "Task not serializable",
              "Spark sends your functions to other machines, and this one holds what cannot be"
                  + " sent.",
              "Use a static class or a lambda that captures only values such as numbers and"
                  + " strings."));

  private SparkExceptions() {}

  /** Returns what an exception means and what to do, one sentence each; empty if unknown. */
  public static List<String> explain(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof AnalysisException analysis
          && analysis.getMessageParameters().get("proposal") != null) {
        return unknownColumn(analysis.getMessageParameters());
      }
      String message = String.valueOf(cause.getMessage());
      for (Meaning meaning : MEANINGS) {
        if (message.contains(meaning.mark())) {
          return meaning.advice();
        }
      }
    }
    return List.of();
  }

  private static List<String> unknownColumn(Map<String, String> parameters) {
    return List.of(
        "There is no column %s where you use it. Of those that there are, these come nearest:"
            .formatted(plain(parameters.get("objectName"))),
        plain(parameters.get("proposal")) + ".");
  }

  private static String plain(String quoted) {
    return quoted.replace("`", "");
  }
}
