package kata.harness.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kata.datasets.Scenario;
import kata.harness.transcript.Transcript;

/** Calls an answer instead of running it. */
public final class FakeEngine implements Engine {

  /** An answer that this engine can play. */
  @FunctionalInterface
  public interface Job {

    /** Returns what comes out. */
    Transcript run(Scenario<?> scenario) throws Exception;

    /** Returns what comes out of a job that fails in the middle. */
    default Transcript runWithFailure(Scenario<?> scenario) throws Exception {
      return run(scenario);
    }

    /** Returns what is kept in state. */
    default StateUse stateUse() {
      return new StateUse(0, 0, "byte");
    }
  }

  /** An answer with several reports. */
  @FunctionalInterface
  public interface Reports {

    /** Returns what comes out of one report. */
    Transcript run(String report, Scenario<?> scenario) throws Exception;
  }

  static final String ADVICE = "The fake engine explains.";

  /** What happened to engines since a test cleared it. */
  public static final List<String> EVENTS = Collections.synchronizedList(new ArrayList<>());

  public FakeEngine() {
    EVENTS.add("start");
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Transcript play(Object answer, Scenario<?> scenario) throws Exception {
    EVENTS.add("play " + answer.getClass().getSimpleName() + " " + scenario.name());
    return ((Job) answer).run(scenario);
  }

  @Override
  public Object report(Object answer, String name) {
    return (Job) scenario -> ((Reports) answer).run(name, scenario);
  }

  @Override
  public StateUse stateUse(Object answer, Scenario<?> scenario) {
    return ((Job) answer).stateUse();
  }

  @Override
  public Transcript playWithFailure(Object answer, Scenario<?> scenario) throws Exception {
    return ((Job) answer).runWithFailure(scenario);
  }

  @Override
  public void cancel() {
    EVENTS.add("cancel");
  }

  @Override
  public List<String> explain(Throwable thrown) {
    return List.of(thrown instanceof ArithmeticException ? thrown.getMessage() : ADVICE);
  }

  @Override
  public void close() {
    EVENTS.add("close");
  }
}
