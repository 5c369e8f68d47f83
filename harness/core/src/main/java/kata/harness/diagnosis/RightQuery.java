package kata.harness.diagnosis;

/** The query of a reference, from which wrong answers differ in a few words. */
public record RightQuery(String sql) {

  /**
   * Returns the query with some words replaced.
   *
   * @param words what is replaced wherever it stands, and by what, in turn
   * @throws IllegalArgumentException if the query does not have such words
   */
  public String but(String... words) {
    String wrong = sql;
    for (int i = 0; i < words.length; i += 2) {
      if (!wrong.contains(words[i])) {
        throw new IllegalArgumentException("The query has no \"" + words[i] + "\".");
      }
      wrong = wrong.replace(words[i], words[i + 1]);
    }
    return wrong;
  }
}
