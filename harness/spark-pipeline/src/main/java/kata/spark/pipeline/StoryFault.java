package kata.spark.pipeline;

import java.sql.SQLException;
import kata.datasets.Happening;
import kata.harness.lab.LabException;
import org.apache.spark.sql.streaming.StreamingQueryException;

/** What makes the query of a play fail, because the story says so. */
enum StoryFault {

  /** Nothing does. */
  NONE {
    @Override
    boolean explains(Throwable cause) {
      return false;
    }
  },

  /**
   * The batch is written, and the machine is lost before its commit is in the checkpoint; or it is
   * lost between two batches, if nothing is there to be written.
   */
  COMMIT {
    @Override
    void arm() {
      LabCheckpoints.failNextCommit(true);
    }

    @Override
    boolean isOutstanding() {
      return LabCheckpoints.failsNextCommit();
    }

    @Override
    void disarm() {
      LabCheckpoints.failNextCommit(false);
    }

    @Override
    boolean explains(Throwable cause) {
      return cause instanceof LabCheckpoints.LostMachineException;
    }
  },

  /** The database refuses a row: a trigger of the story raises an exception, once. */
  REFUSAL {
    @Override
    boolean explains(Throwable cause) {
      return cause instanceof SQLException refusal && REFUSED.equals(refusal.getSQLState());
    }
  };

  /** The code with which PostgreSQL says that a function has raised an exception. */
  private static final String REFUSED = "P0001";

  static StoryFault of(Happening happening) {
    return switch (happening) {
      case NOTHING, CHECKPOINT, RECORDS_EXPIRE -> NONE;
      case CRASH -> COMMIT;
      case DATABASE_REFUSES -> REFUSAL;
      default ->
          throw new LabException(
              "The lab for pipelines on Spark does not play " + happening + " yet.");
    };
  }

  /** Gets ready for the next batch. */
  void arm() {}

  /** Returns whether nothing has failed so far, and the machine is lost all the same. */
  boolean isOutstanding() {
    return false;
  }

  /** Is over, whether or not anything failed. */
  void disarm() {}

  /** Returns whether this is why a query failed. */
  final boolean explains(StreamingQueryException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (explains(cause)) {
        return true;
      }
    }
    return false;
  }

  abstract boolean explains(Throwable cause);
}
