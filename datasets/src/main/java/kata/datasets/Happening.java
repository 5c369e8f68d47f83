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
   * The database refuses a row, once, if the pipeline writes such a row: a trigger among the tables
   * of the story raises an exception. The pipeline fails of it and starts again.
   */
  REFUSED
}
