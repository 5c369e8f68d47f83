package kata.harness.picture;

import java.util.Optional;

/**
 * What happened to the event that matters.
 *
 * @param sentence in one sentence
 * @param event the event, if there is one
 * @param counted the bar in which it was counted, if it was
 */
record Fate(String sentence, Optional<Arrival> event, Optional<Bar> counted) {

  /** Says something that no single event explains. */
  static Fate of(String sentence) {
    return new Fate(sentence, Optional.empty(), Optional.empty());
  }
}
