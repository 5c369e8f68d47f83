package kata.producer;

/** The time that passes, until somebody stops the program. */
interface Clock {

  /** Returns the time in nanoseconds, from any origin. */
  long nanos();

  /** Waits, unless the program is stopped, and returns whether it is. */
  boolean isStoppedWithin(long nanos);
}
