package kata.flink.lab.sql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kata.harness.lab.LearnerMistake;

/** Says in plain sentences why Flink refuses a query, and at which place of its text. */
final class SqlErrors {

  /** Where the parser or the validator stumbled; the place is not always known. */
  private static final Pattern VALIDATED =
      Pattern.compile(
          "(?:From|At) line (\\d+), column (\\d+)(?: to line \\d+, column \\d+)?: (.*)");

  private static final Pattern PARSED =
      Pattern.compile(
          "(?:Encountered \"|Incorrect syntax near the keyword ')(.+?)[\"'] at line (\\d+), column"
              + " (\\d+)");

  private static final Pattern UNKNOWN = Pattern.compile("(?:Column|Unknown identifier) '([^']+)'");

  private static final Pattern SIZE_AND_SLIDE =
      Pattern.compile("got size (\\d+) ms and (?:slide|step) (\\d+) ms");

  /**
   * What a message means.
   *
   * @param message a part of the message of Flink; its groups fill in the headline
   * @param headline what is wrong; follows the place
   */
  private record Meaning(Pattern message, String headline, List<String> advice) {
    Meaning(String message, String headline, String... advice) {
      this(Pattern.compile(message), headline, List.of(advice));
    }
  }

  private static final List<Meaning> MEANINGS =
      List.of(
          new Meaning(
              "(?:Object|Table) '([^']+)' not found",
              "there is no table %s.",
              "The events are the table %s."),
          new Meaning(
              "No match found for function signature (\\w+)",
              "there is no function %s that takes what you give it.",
              "Look for its name and its arguments in Flink's list of built-in functions."),
          new Meaning(
              "Cannot apply '\\$SCALAR_QUERY'",
              "a function that is given a TABLE has a name that Flink does not know.",
              "Flink's window functions are TUMBLE, HOP, CUMULATE and SESSION."),
          new Meaning(
              "Cannot apply '(TUMBLE|HOP|CUMULATE|SESSION)'",
              "%s cannot be called with these arguments.",
              "It takes a TABLE, a DESCRIPTOR of the time column, and lengths of time.",
              "A length is written INTERVAL '30' SECONDS: the number in quotes, the unit without."),
          new Meaning(
              "Expression '([^']+)' is not being grouped",
              "%s is neither grouped nor aggregated.",
              "After GROUP BY a row stands for many events, which may differ in this column."),
          new Meaning(
              "requires the timecol",
              "the time column of a window must be one with a watermark.",
              "Here that is event_time itself: a column computed from it has no watermark."),
          new Meaning(
              "Interval field value (\\d+) exceeds precision",
              "the number %s has too many digits for its unit.",
              "An interval has two digits unless you say how many: choose a larger unit."),
          new Meaning(
              "Only constant window descriptors",
              "the lengths of a window must be constants.",
              "Write INTERVAL '30' SECONDS: the number in quotes, the unit without."),
          new Meaning(
              "integral multiple of (\\w+)",
              "the size of these windows must be a multiple of their %s.",
              "Look up which of the two lengths stands first."),
          new Meaning(
              "[Ss]ort on a non-time-attribute",
              "a stream cannot be sorted by this.",
              "A row that is still to come might be the first: leave ORDER BY out."),
          new Meaning(
              "ordering in stream mode must be defined on a time attribute",
              "OVER on a stream must be ordered by event time.",
              "Only a ranking that is filtered by its number may be ordered by something else."),
          new Meaning(
              "(\\w+)\\(\\) function is not supported on Window TopN",
              "%s cannot rank the rows of a window.",
              "Flink knows one function that numbers them: ROW_NUMBER."),
          new Meaning(
              "only be ordered by a single time column",
              "a stream can only be put in the order of event time.",
              "A ranking by something else needs a filter on its number, so that it has an end."),
          new Meaning(
              "implementation method 'merge'.*for function '(\\w+)'",
              "%s does not work in windows that can merge.",
              "Look for an aggregate that does, such as MIN or MAX."),
          new Meaning(
              "single SQL query|single statement|in any of the catalogs",
              "the lab takes one SELECT, and nothing else.",
              "The events are the table %s, and the result is what your SELECT returns."));

  private SqlErrors() {}

  /**
   * Returns what to tell the learner.
   *
   * @param refused what Flink threw
   * @param sql the text of the query
   * @param table the name of the table that holds the events
   * @param columns the names of its columns
   */
  static LearnerMistake mistake(
      RuntimeException refused, String sql, String table, List<String> columns) {
    String message = "";
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      message = String.valueOf(cause.getMessage());
      Matcher parsed = PARSED.matcher(message);
      if (parsed.find()) {
        return unreadable(parsed.group(1), parsed.group(2), parsed.group(3), message, sql);
      }
      Matcher validated = VALIDATED.matcher(message);
      boolean placed = validated.find() && !validated.group(1).equals("0");
      String where =
          placed
              ? "Line %s, column %s of your SQL: ".formatted(validated.group(1), validated.group(2))
              : "Your SQL cannot run: ";
      Matcher unknown = UNKNOWN.matcher(message);
      if (unknown.find()) {
        return unknown(where, unknown.group(1), table, columns);
      }
      for (Meaning meaning : MEANINGS) {
        Matcher found = meaning.message().matcher(message);
        if (found.find()) {
          String what = found.groupCount() > 0 ? found.group(1) : "";
          return new LearnerMistake(
              where + meaning.headline().formatted(what), advice(meaning, message, table));
        }
      }
    }
    return new LearnerMistake("Flink refuses your SQL: " + firstLine(message));
  }

  private static LearnerMistake unknown(
      String where, String name, String table, List<String> columns) {
    if (name.equals("*")) {
      return new LearnerMistake(
          where + "there is no function of this name that takes a star.",
          "COUNT is the one that does.");
    }
    if (name.equals(table)) {
      return new LearnerMistake(
          where + name + " is a table, and a column is expected.",
          "A window function is given TABLE and the name of the table.");
    }
    if (columns.contains(name)) {
      return new LearnerMistake(
          where + "the column " + name + " cannot be seen from there.",
          "A window function is given its time column in DESCRIPTOR.",
          "A subquery hands on only the columns that it selects.");
    }
    return new LearnerMistake(
        where + "there is no column " + name + ".",
        "%s has the columns %s.".formatted(table, String.join(", ", columns)),
        "A window function adds window_start, window_end and window_time.");
  }

  private static String[] advice(Meaning meaning, String message, String table) {
    Matcher lengths = SIZE_AND_SLIDE.matcher(message);
    if (lengths.find()) {
      return new String[] {
        "Yours are %s seconds long and %s seconds apart."
            .formatted(seconds(lengths.group(1)), seconds(lengths.group(2))),
        meaning.advice().get(0)
      };
    }
    return meaning.advice().stream().map(line -> line.formatted(table)).toArray(String[]::new);
  }

  private static String seconds(String millis) {
    return String.valueOf(Long.parseLong(millis) / 1000);
  }

  private static LearnerMistake unreadable(
      String token, String line, String column, String message, String sql) {
    String headline =
        "Line %s, column %s of your SQL: \"%s\" cannot stand there.".formatted(line, column, token);
    if (token.equals("<EOF>")) {
      return new LearnerMistake(
          "Your SQL ends too soon.", "Look for a bracket or a quote that is not closed.");
    }
    String[] lines = sql.split("\n", -1);
    int number = Integer.parseInt(line);
    String text = number <= lines.length ? lines[number - 1].strip() : "";
    boolean nameExpected = message.contains("<BACK_QUOTED_IDENTIFIER>");
    return nameExpected && token.matches("\\w+")
        ? new LearnerMistake(
            headline,
            "The line is: " + text,
            "It is a word of SQL itself. As a name it stands in backticks: `%s`.".formatted(token))
        : new LearnerMistake(
            headline,
            "The line is: " + text,
            "Look at what stands before it, too: a comma, a bracket, a misspelt word.");
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("no reason is given.");
  }
}
