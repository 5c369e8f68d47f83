package kata.flink.lab;

import java.util.Optional;
import kata.datasets.TimedEvent;

/**
 * Makes jobs of answers of another kind, such as a query in SQL. Found on the class path by {@link
 * java.util.ServiceLoader}, so that only those who learn SQL need what runs it.
 */
public interface JobMaker {

  /** Returns the job that an answer stands for; empty if the answer is not of this kind. */
  Optional<StreamJob<TimedEvent, ?>> jobOf(Object answer);
}
