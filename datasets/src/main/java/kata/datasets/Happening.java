package kata.datasets;

/** What happens to a pipeline after a step of its story. */
public enum Happening {

  /** Nothing: the pipeline goes on. */
  NOTHING,

  /**
   * The pipeline completes a checkpoint, or what its engine has instead, and what it has written
   * until then is looked at.
   */
  CHECKPOINT,

  /** The pipeline fails and starts again from its last checkpoint, if it has one. */
  CRASH,

  /**
   * The pipeline fails once more often than it may start again. It is looked at whether it has
   * given up, which ends the story.
   */
  LAST_CRASH,

  /**
   * The database refuses a row, once, if the pipeline writes such a row: a trigger among the tables
   * of the story raises an exception. The pipeline fails of it and starts again.
   */
  DATABASE_REFUSES,

  /** The pipeline begins a checkpoint and fails in the middle of it, so that it never completes. */
  CRASH_IN_CHECKPOINT,

  /** The topics forget all records that they have: their retention is over. */
  RECORDS_EXPIRE,

  /** The database closes all connections of the pipeline; it may open others at once. */
  DATABASE_CUT,

  /** The broker takes no records until the program waits for its answer; if it never does, none. */
  BROKER_SLOW,

  /**
   * The broker takes the records of the step, and the connection breaks before it can say so. What
   * comes after that, it takes when the program waits for its answer.
   */
  ANSWER_LOST,

  /**
   * The broker refuses the records of the step once, for a reason that passes. What comes after
   * that and the next records, it takes when the program waits for its answer.
   */
  REFUSED_ONCE,

  /** The broker refuses the records of the step for good. */
  REFUSED,

  /** The program dies when it has done its work for the last record of the step. */
  CRASH_AFTER_WORK,

  /** The work for the first record of the step fails four times, with an exception. */
  WORK_FAILS,

  /** A second member joins the group of those that read. */
  MEMBER_JOINS
}
