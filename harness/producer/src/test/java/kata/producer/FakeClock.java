package kata.producer;

/** A clock that waits without waiting. */
final class FakeClock implements Clock {

  private final long stopAt;
  private long nanos;

  /** Begins at zero; it is stopped at this time. */
  FakeClock(long stopAt) {
    this.stopAt = stopAt;
  }

  static FakeClock unstopped() {
    return new FakeClock(Long.MAX_VALUE);
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public boolean isStoppedWithin(long wait) {
    nanos = Math.min(nanos + wait, stopAt);
    return nanos == stopAt;
  }
}
