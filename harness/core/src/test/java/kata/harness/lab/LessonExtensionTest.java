package kata.harness.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.Scenario;
import kata.harness.transcript.Transcript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonExtensionTest {

  private static final String LESSONS = "kata.fake.tumbling.Lessons$";
  private static final String SERVICE = "META-INF/services/" + Engine.class.getName();

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @BeforeEach
  void forget() {
    FakeEngine.EVENTS.clear();
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  private static List<String> run(Map<String, String> parameters, String... lessons) {
    String[] classes = new String[lessons.length];
    Arrays.setAll(classes, i -> LESSONS + lessons[i]);
    return Launches.of(parameters, List.of(), classes);
  }

  @Test
  void plays_the_class_of_the_lesson_on_one_engine_that_is_closed_at_the_end_of_the_session() {
    assertThat(run(Map.of(), "SolvedTest", "BegunTest"))
        .containsExactly(
            "a_gap(Lab): green",
            "boundary(Lab): green",
            "a_gap(Lab): gap: 1 row is different from what the task asks for.",
            "boundary(Lab): green");
    assertThat(FakeEngine.EVENTS)
        .containsExactly(
            "start",
            "play Solved gap",
            "play Solved boundary",
            "play Begun gap",
            "play Begun boundary",
            "close");
  }

  @Test
  void plays_another_answer_on_demand() {
    assertThat(run(Map.of(LessonExtension.ANSWER, LESSONS + "Solved"), "UntouchedTest"))
        .containsExactly("a_gap(Lab): green", "boundary(Lab): green");
  }

  @Test
  void skips_long_stories_on_demand() {
    assertThat(run(Map.of(LessonExtension.STORIES, LessonExtension.SHORT), "LongTest"))
        .containsExactly(
            "a_gap(Lab): green",
            "boundary(Lab): green",
            "traffic(Lab): Assumption failed: not asked for");
    assertThat(FakeEngine.EVENTS)
        .containsExactly("start", "play Solved gap", "play Solved boundary", "close");
  }

  @Test
  void plays_one_story_on_demand() {
    assertThat(run(Map.of(LessonExtension.STORIES, "boundary"), "LongTest"))
        .containsExactly(
            "a_gap(Lab): Assumption failed: not asked for",
            "boundary(Lab): green",
            "traffic(Lab): Assumption failed: not asked for");
    assertThat(FakeEngine.EVENTS).containsExactly("start", "play Solved boundary", "close");
  }

  @Test
  void plays_other_stories_to_tell_mistakes_apart_unless_one_is_to_be_played_alone() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put(LessonExtension.ANSWER, LESSONS + "SolvedMisconceptions$FromOne");
    parameters.put(LessonExtension.STORIES, "boundary");

    assertThat(run(parameters, "SolvedTest")).contains("boundary(Lab): boundary: One too many.");
    assertThat(FakeEngine.EVENTS)
        .containsExactly("start", "play FromOne boundary", "play FromOne gap", "close");

    FakeEngine.EVENTS.clear();
    parameters.put(LessonExtension.ALONE, "true");
    assertThat(run(parameters, "SolvedTest"))
        .contains("boundary(Lab): boundary: A boundary is one too many.");
    assertThat(FakeEngine.EVENTS).containsExactly("start", "play FromOne boundary", "close");
  }

  @Test
  void names_an_answer_that_is_not_there() {
    assertThat(run(Map.of(LessonExtension.ANSWER, "kata.Nowhere"), "SolvedTest").get(0))
        .isEqualTo(
            "a_gap(Lab): The class kata.Nowhere, named by kata.answer, is not on the class path.");
  }

  @Test
  void says_not_solved_yet_once() {
    assertThat(run(Map.of(), "UntouchedTest"))
        .containsExactly(
            "a_gap(Lab): not solved yet: open"
                + " exercises/fake/src/main/java/kata/fake/tumbling/Lessons$Untouched.java",
            "boundary(Lab): skipped, not solved yet");
  }

  @Test
  void where_one_verdict_is_printed_a_lesson_fails_once() {
    String answer = LESSONS + "BegunAlternatives$Wrong";

    assertThat(
            run(
                Map.of(LessonExtension.ANSWER, answer, VerdictReport.CONSOLE, "true"),
                "BegunTest",
                "SolvedTest"))
        .containsExactly(
            "a_gap(Lab): gap: 1 row is different from what the task asks for.",
            "boundary(Lab): red as well",
            "a_gap(Lab): gap: 1 row is different from what the task asks for.",
            "boundary(Lab): red as well");
    assertThat(run(Map.of(LessonExtension.ANSWER, answer), "BegunTest"))
        .noneMatch(said -> said.contains("red as well"));
  }

  @Test
  void refuses_a_class_path_without_an_engine() {
    offer(Collections.emptyEnumeration());

    assertThat(run(Map.of(), "SolvedTest"))
        .containsExactly(
            "Lessons$SolvedTest: A lesson needs exactly one engine on its class path, and there are"
                + " 0: []. Check the module's pom.xml.");
  }

  /** A second engine on the class path. */
  public static final class SecondEngine implements Engine {
    private final Engine engine = new FakeEngine();

    @Override
    public String name() {
      return "second";
    }

    @Override
    public Transcript play(Object answer, Scenario<?> scenario) throws Exception {
      return engine.play(answer, scenario);
    }

    @Override
    public void cancel() {}

    @Override
    public List<String> explain(Throwable thrown) {
      return List.of();
    }

    @Override
    public void close() {}
  }

  @Test
  void refuses_a_class_path_with_two_engines(@TempDir Path folder) throws IOException {
    Path both =
        Files.writeString(
            folder.resolve("engines"),
            FakeEngine.class.getName() + "\n" + SecondEngine.class.getName());
    offer(Collections.enumeration(List.of(both.toUri().toURL())));

    assertThat(run(Map.of(), "SolvedTest"))
        .containsExactly(
            "Lessons$SolvedTest: A lesson needs exactly one engine on its class path, and there are"
                + " 2: [fake, second]. Check the module's pom.xml.");
  }

  private void offer(Enumeration<URL> engines) {
    Thread.currentThread()
        .setContextClassLoader(
            new ClassLoader(before) {
              @Override
              public Enumeration<URL> getResources(String name) throws IOException {
                return name.equals(SERVICE) ? engines : super.getResources(name);
              }
            });
  }
}
