package kata.flink.pipeline;

import java.sql.SQLException;
import java.util.List;

/** Says in plain sentences what an exception of a connector means to a learner. */
final class PipelineExceptions {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String NO_SUCH_CONSTRAINT = "42P10";

  private PipelineExceptions() {}

  static List<String> explain(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return explain(sql);
      }
    }
    return List.of();
  }

  private static List<String> explain(SQLException thrown) {
    return switch (String.valueOf(thrown.getSQLState())) {
      case UNIQUE_VIOLATION ->
          List.of(
              "The table has a row of that key already, and the statement only adds rows.",
              "A row comes again when a window is corrected, and after each restart. Write it so"
                  + " that the last one stays.");
      case NO_SUCH_CONSTRAINT ->
          List.of("The columns after ON CONFLICT must be exactly those of a key of the table.");
      default -> List.of();
    };
  }
}
