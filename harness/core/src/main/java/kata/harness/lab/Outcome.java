package kata.harness.lab;

import kata.harness.transcript.Transcript;
import kata.harness.verdict.Mishap;

/** What became of an answer when a scenario was played through it. */
sealed interface Outcome {

  /** Rows came out, or at least nothing went wrong. */
  record Rows(Transcript transcript) implements Outcome {}

  /** Its state was measured. */
  record Measured(StateUse use) implements Outcome {}

  /** It threw, could not be played or did not end. */
  record Failed(Mishap mishap) implements Outcome {}

  /** It was not run, because it did not end when it was run before. */
  record NotRun() implements Outcome {}

  /** It is an untouched starter. */
  record NotSolved() implements Outcome {}
}
