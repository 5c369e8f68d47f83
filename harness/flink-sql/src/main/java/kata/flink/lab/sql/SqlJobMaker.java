package kata.flink.lab.sql;

import java.util.Optional;
import kata.datasets.TimedEvent;
import kata.flink.lab.JobMaker;
import kata.flink.lab.StreamJob;

/** Makes a job of a {@link SqlQuery}. */
public final class SqlJobMaker implements JobMaker {

  @Override
  public Optional<StreamJob<TimedEvent, ?>> jobOf(Object answer) {
    return answer instanceof SqlQuery query ? Optional.of(new SqlJob(query)) : Optional.empty();
  }
}
