package kata.harness.proof;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.Scenario;
import kata.datasets.scenarios.Scenarios;
import kata.datasets.scenarios.TrafficScenarios;
import kata.harness.catalogue.Lesson;
import kata.harness.lab.Engine;
import kata.harness.transcript.Emission;

/**
 * What the references of lessons show that another engine has too, in the stories of their topic
 * and in generated ones. When both engines have written theirs down, they can be compared.
 */
public final class Recordings {

  /** Where a module of solutions keeps its recordings, from its own folder. */
  public static final String FOLDER = "target/recordings";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;
  private final Engine engine;

  /**
   * Prepares to write.
   *
   * @param folder gets a file for each lesson
   * @param engine plays the references
   */
  Recordings(Path folder, Engine engine) {
    this.folder = folder;
    this.engine = engine;
  }

  /** Returns where a lesson's recording is, in a folder of recordings. */
  public static Path file(Path folder, Lesson lesson) {
    return folder.resolve(lesson.topic() + "-" + lesson.name() + ".json");
  }

  /**
   * Reads a recording: by scenario, the rows that came out, ordered within one watermark.
   *
   * @throws IOException if there is none, or if it is malformed
   */
  public static Map<String, List<String>> read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), new TypeReference<>() {});
  }

  /** Plays the reference of a lesson, and writes its file. */
  void record(Lesson lesson) throws Exception {
    Object reference = Class.forName(lesson.className()).getDeclaredConstructor().newInstance();
    Map<String, List<String>> shown = new TreeMap<>();
    for (Scenario<?> scenario : scenarios(lesson)) {
      shown.put(scenario.name(), rows(emissions(lesson, reference, scenario)));
    }
    Files.createDirectories(folder);
    JSON.writeValue(file(folder, lesson).toFile(), shown);
  }

  private List<Emission> emissions(Lesson lesson, Object reference, Scenario<?> scenario)
      throws Exception {
    List<String> reports = lesson.reports().isEmpty() ? List.of(Emission.MAIN) : lesson.reports();
    List<Emission> emissions = new ArrayList<>();
    for (String report : reports) {
      emissions.addAll(engine.play(reference, report, scenario).emissions());
    }
    return emissions;
  }

  private static List<Scenario<?>> scenarios(Lesson lesson) {
    List<Scenario<?>> scenarios = new ArrayList<>(Scenarios.of(lesson.topic()));
    scenarios.removeIf(scenario -> scenario.feed().raw() || !isOf(scenario, lesson.events()));
    scenarios.addAll(TrafficScenarios.of(lesson.events()));
    return scenarios;
  }

  private static boolean isOf(Scenario<?> scenario, String events) {
    return scenario.events().get(0).getClass().getSimpleName().equals(events);
  }

  /** Returns rows by time, and those of one time by their text; not those of the input's end. */
  static List<String> rows(List<Emission> emissions) {
    List<String> rows = new ArrayList<>();
    List<String> together = new ArrayList<>();
    String at = "";
    for (Emission emission : emissions) {
      if (emission.at().equals(Emission.END)) {
        continue;
      }
      if (!emission.at().equals(at)) {
        together.stream().sorted().forEach(rows::add);
        together.clear();
        at = emission.at();
      }
      together.add(
          "%s %s %s".formatted(at, emission.output(), new TreeMap<>(emission.row().cells())));
    }
    together.stream().sorted().forEach(rows::add);
    return rows;
  }
}
