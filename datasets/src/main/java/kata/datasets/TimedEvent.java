package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/** Something that happened at a known moment. */
public interface TimedEvent extends Serializable {

  /** Returns the identifier that a story or a generator gave to this event, unique within it. */
  String eventId();

  /** Returns when the event happened (event time, millisecond precision), not when it arrived. */
  Instant eventTime();
}
