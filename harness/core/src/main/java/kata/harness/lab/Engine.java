package kata.harness.lab;

import java.util.List;
import kata.datasets.Scenario;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;

/**
 * A real stream processor that plays a scenario through a learner's code. Found on the class path
 * by {@link java.util.ServiceLoader}; there is exactly one that no other replaces.
 */
public interface Engine extends AutoCloseable {

  /** Returns {@code flink}, {@code spark} or {@code kafka}. */
  String name();

  /** Returns whether this engine plays instead of another one that is on the class path too. */
  default boolean replaces(Engine other) {
    return false;
  }

  /**
   * Plays a scenario from its first arrival to the end of the input.
   *
   * @param answer an instance of the learner's class
   * @return what came out
   * @throws LearnerMistake if the answer cannot be played, for a reason that has a plain sentence
   * @throws LabException if the engine itself cannot run
   * @throws Exception whatever the learner's code threw, possibly wrapped
   */
  Transcript play(Object answer, Scenario<?> scenario) throws Exception;

  /**
   * Returns one report of an answer that has several, as an answer that can be played.
   *
   * @param answer an instance of the learner's class
   * @param name the name of the report
   * @throws LearnerMistake if the answer has no reports
   * @throws LabException if this engine knows no answers with several reports
   */
  default Object report(Object answer, String name) {
    throw new LabException("The lab cannot play a single report on " + name() + ".");
  }

  /**
   * Plays a scenario through one report of an answer.
   *
   * @param report the name of the report, which becomes the output of its rows; or {@link
   *     Emission#MAIN} for an answer as a whole
   * @throws Exception as in {@link #play(Object, Scenario)} and {@link #report}
   */
  default Transcript play(Object answer, String report, Scenario<?> scenario) throws Exception {
    return report.equals(Emission.MAIN)
        ? play(answer, scenario)
        : play(report(answer, report), scenario).named(report);
  }

  /**
   * Plays a scenario again, to measure what the job keeps in its state.
   *
   * @param answer an instance of the learner's class, whose rows were right
   * @throws LabException if this engine cannot measure state
   * @throws Exception as in {@link #play(Object, Scenario)}
   */
  default StateUse stateUse(Object answer, Scenario<?> scenario) throws Exception {
    throw new LabException("The lab cannot measure state on " + name() + ".");
  }

  /**
   * Plays a scenario again and lets the job fail in the middle of it: a checkpoint is taken before
   * the middle, the next step is processed, and then the job goes back to its checkpoint and
   * processes that step once more. Rows that came after the checkpoint are taken back.
   *
   * @param answer an instance of the learner's class, whose rows were right
   * @param scenario a story of at least two steps
   * @return what came out
   * @throws LabException if this engine cannot let a job fail
   * @throws Exception as in {@link #play(Object, Scenario)}
   */
  default Transcript playWithFailure(Object answer, Scenario<?> scenario) throws Exception {
    throw new LabException("The lab cannot let a job fail on " + name() + ".");
  }

  /** Stops the play that another thread is in. It need not return before it has stopped. */
  void cancel();

  /**
   * Explains an exception of the engine that a learner caused.
   *
   * @return what it means and what to do, one sentence each; empty if the exception says enough
   */
  List<String> explain(Throwable thrown);

  /** Frees what the engine holds. */
  @Override
  void close();
}
