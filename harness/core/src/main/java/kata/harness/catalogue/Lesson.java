package kata.harness.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing to learn, on one engine. Everything that belongs to it is found by its three names.
 *
 * @param engine {@code flink}, {@code spark} or {@code kafka}
 * @param topic the word that packages, scenarios, pages and the command line share: {@code
 *     tumbling}
 * @param name the simple name of the starter and of the reference: {@code PageViewsPerWindow}
 * @param task what the learner builds, in one sentence
 * @param minutes how long a newcomer needs
 * @param module the folder that holds the lesson, in {@code exercises} and in {@code solutions}:
 *     that of its engine, or one of its own, such as {@code flink-sql}, if it needs large
 *     dependencies that other learners can do without
 * @param events the simple name of what comes in, a record of {@code kata.datasets}
 * @param reports the names of the reports that an answer has; empty if it is one answer as a whole
 * @param differs what the other engine rightly shows otherwise: a sentence for each scenario
 */
public record Lesson(
    String engine,
    String topic,
    String name,
    String task,
    int minutes,
    String module,
    String events,
    List<String> reports,
    Map<String, String> differs) {

  /** The page that lists the calls of all lessons, from the root of the repository. */
  public static final String CALLS = "docs/quick-reference.md";

  private static final String USUAL_EVENTS = "ClickEvent";

  public Lesson {
    reports = List.copyOf(reports);
    differs = Collections.unmodifiableMap(new TreeMap<>(differs));
  }

  /** A lesson about clicks that shows the same on every engine. */
  public Lesson(String engine, String topic, String name, String task, int minutes) {
    this(engine, topic, name, task, minutes, engine, USUAL_EVENTS, List.of(), Map.of());
  }

  @JsonCreator
  static Lesson read(
      @JsonProperty(value = "id", required = true) String id,
      @JsonProperty(value = "task", required = true) String task,
      @JsonProperty(value = "minutes", required = true) int minutes,
      @JsonProperty("module") String module,
      @JsonProperty("events") String events,
      @JsonProperty("reports") List<String> reports,
      @JsonProperty("differs") Map<String, String> differs) {
    String[] names = id.split("/");
    if (names.length != 3 || Arrays.asList(names).contains("")) {
      throw new IllegalArgumentException(
          "The lesson id \"%s\" is not engine/topic/Name, as in flink/tumbling/PageViewsPerWindow."
              .formatted(id));
    }
    return new Lesson(
        names[0],
        names[1],
        names[2],
        task,
        minutes,
        module == null ? names[0] : module,
        events == null ? USUAL_EVENTS : events,
        reports == null ? List.of() : reports,
        differs == null ? Map.of() : differs);
  }

  /** Returns {@code flink/tumbling/PageViewsPerWindow}. */
  public String id() {
    return engine + "/" + topic + "/" + name;
  }

  /** Returns the fully qualified name that the starter and the reference share. */
  public String className() {
    return "kata." + engine + "." + topic + "." + name;
  }

  /** Returns the fully qualified name of the lesson's test. */
  public String testClassName() {
    return className() + "Test";
  }

  /** Returns the class in {@code solutions} that holds the known wrong answers. */
  public String misconceptionsClassName() {
    return className() + "Misconceptions";
  }

  /** Returns the class in {@code solutions} that holds right answers written differently. */
  public String alternativesClassName() {
    return className() + "Alternatives";
  }

  /** Returns the file that the learner edits, from the root of the repository. */
  public String starterFile() {
    return "exercises/" + module + "/src/main/java/" + className().replace('.', '/') + ".java";
  }

  /** Returns the worked answer, from the root of the repository. */
  public String referenceFile() {
    return "solutions/" + module + "/src/main/java/" + className().replace('.', '/') + ".java";
  }

  /** Returns the lesson's test, from the root of the repository. */
  public String testFile() {
    return "exercises/" + module + "/src/test/java/" + testClassName().replace('.', '/') + ".java";
  }

  /** Returns the test that plays all answers to the topic, from the root of the workbook. */
  public String answersTestFile() {
    return "solutions/%s/src/test/java/kata/%s/%s/AnswersTest.java"
        .formatted(module, engine, topic);
  }

  /** Returns the class-path resource that holds the lesson's known mistakes. */
  public String diagnosesResource() {
    return "kata/diagnoses/" + id() + "/known.json";
  }

  /** Returns the file behind {@link #diagnosesResource()}, from the root of the repository. */
  public String diagnosesFile() {
    return "exercises/" + module + "/src/test/resources/" + diagnosesResource();
  }

  /** Returns the page to read, from the root of the repository. */
  public String page() {
    return "docs/lessons/" + topic + ".md";
  }

  /** Returns the title in {@link #page()} below which the lesson's hints stand. */
  public String hints() {
    return "Hints: " + name;
  }

  /** Returns the command that runs this lesson alone. */
  public String command() {
    return "mvn -q test -D" + engine + "=" + topic + "/" + name;
  }
}
