package kata.harness.diagnosis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kata.harness.catalogue.Lesson;

/**
 * The known mistakes of one lesson.
 *
 * @param all in the order in which {@code solutions} declares them
 */
public record Diagnoses(List<Diagnosis> all) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Stands for the fingerprint of right rows. */
  private static final String RIGHT = "";

  public Diagnoses {
    all = List.copyOf(all);
  }

  /**
   * Reads the known mistakes of a lesson from the class path. A lesson without a file has none.
   *
   * @throws IllegalStateException if the file is malformed; the message names it and the line
   */
  public static Diagnoses load(Lesson lesson) {
    String resource = lesson.diagnosesResource();
    try (InputStream in = Diagnoses.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null
          ? new Diagnoses(List.of())
          : parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "%s, line %d: %s"
              .formatted(
                  lesson.diagnosesFile(),
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(lesson.diagnosesFile() + " cannot be read", e);
    }
  }

  static Diagnoses parse(String json) throws JsonProcessingException {
    return new Diagnoses(List.of(JSON.readValue(json, Diagnosis[].class)));
  }

  /** Returns the results of a mistake, by scenario; nothing if there is none of this name. */
  public Optional<Map<String, String>> fingerprintsOf(String name) {
    return all.stream()
        .filter(it -> it.name().equals(name))
        .map(Diagnosis::fingerprints)
        .findFirst();
  }

  /** Returns the mistakes that give a result in a scenario. */
  public Stream<Diagnosis> giving(String scenario, String fingerprint) {
    return all.stream().filter(it -> fingerprint.equals(it.fingerprints().get(scenario)));
  }

  /** Writes the mistakes the way {@link #load} reads them, byte for byte the same every time. */
  public String toJson() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withArrayIndenter(lines).withObjectIndenter(lines);
    try {
      return JSON.writer(printer).writeValueAsString(all) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and maps of texts can always be written", e);
    }
  }

  /**
   * Names the mistake behind a wrong result.
   *
   * @param scenario the scenario that was played
   * @param fingerprint what came out
   * @param elsewhere plays another scenario of the lesson and returns the fingerprint of what came
   *     out; called only for those that tell mistakes apart that give the same result in this one
   * @return the mistake whose results agree in the most scenarios, or nothing if none gives this
   *     result
   */
  public Optional<Diagnosis> name(
      String scenario, String fingerprint, UnaryOperator<String> elsewhere) {
    List<Diagnosis> candidates = giving(scenario, fingerprint).toList();
    Map<Diagnosis, Integer> agreement = new HashMap<>();
    candidates.forEach(it -> agreement.put(it, 0));
    for (String other : scenariosThatTellApart(candidates)) {
      String got = elsewhere.apply(other);
      for (Diagnosis candidate : candidates) {
        int agrees = agrees(candidate, other, got, candidates) ? 1 : 0;
        agreement.merge(candidate, agrees, Integer::sum);
      }
    }
    // A stable sort: of several that agree equally often, the first declared stays first.
    return candidates.stream().sorted(Comparator.comparing(it -> -agreement.get(it))).findFirst();
  }

  /**
   * Returns whether wrong rows are those of a mistake for more than one reason: rows of one
   * scenario may be the same by chance.
   *
   * @param mistake what {@link #name} finds
   * @param scenario the scenario in which the rows came out
   * @param elsewhere plays another scenario of the lesson and returns the fingerprint of what came
   *     out; called until one agrees
   * @return true if the mistake shows in no other scenario, or the same comes out in one of them
   */
  public boolean isConfirmed(Diagnosis mistake, String scenario, UnaryOperator<String> elsewhere) {
    Set<String> others = new TreeSet<>(mistake.fingerprints().keySet());
    others.remove(scenario);
    return others.isEmpty()
        || others.stream().anyMatch(it -> agrees(mistake, it, elsewhere.apply(it), all));
  }

  /** Names the mistake that gives these results, by scenario, as {@link #name} does it in one. */
  public Optional<Diagnosis> nameByResults(String scenario, Map<String, String> results) {
    return name(scenario, results.get(scenario), other -> rows(results.getOrDefault(other, RIGHT)));
  }

  /** Another scenario is played for its rows, and not to measure the state. */
  private static String rows(String result) {
    return StateMistake.isBehind(result) ? RIGHT : result;
  }

  private static List<String> scenariosThatTellApart(List<Diagnosis> mistakes) {
    return mistakes.stream()
        .flatMap(it -> it.fingerprints().keySet().stream())
        .distinct()
        .filter(
            scenario ->
                mistakes.stream().map(it -> it.fingerprints().get(scenario)).distinct().count() > 1)
        .toList();
  }

  /**
   * Names the mistake behind a wrong result in a long scenario, through which the mistakes that
   * shorter ones refute were not played.
   *
   * @param scenario the scenario that was played
   * @param fingerprint what came out
   * @param elsewhere plays another scenario of the lesson and returns the fingerprint of what came
   *     out
   * @return the mistake that gives the same results as the answer in every other scenario, and no
   *     other result in this one; or else what {@link #name} finds
   */
  public Optional<Diagnosis> nameInLong(
      String scenario, String fingerprint, UnaryOperator<String> elsewhere) {
    Map<String, String> got = new TreeMap<>();
    for (Diagnosis diagnosis : all) {
      diagnosis.fingerprints().keySet().stream()
          .filter(other -> !other.equals(scenario))
          .forEach(other -> got.computeIfAbsent(other, elsewhere));
    }
    Stream<Diagnosis> played = giving(scenario, fingerprint);
    Stream<Diagnosis> notPlayed =
        all.stream()
            .filter(it -> !it.fingerprints().containsKey(scenario))
            .filter(
                it ->
                    StateMistake.isBehind(fingerprint)
                        ? it.fingerprints().containsValue(fingerprint)
                        : !isOnlyInState(it));
    return Stream.concat(played, notPlayed)
        .filter(it -> got.keySet().stream().allMatch(o -> agrees(it, o, got.get(o), all)))
        .findFirst()
        .or(() -> name(scenario, fingerprint, elsewhere));
  }

  /** Returns whether a mistake gives right rows wherever it was played, so that no row names it. */
  private static boolean isOnlyInState(Diagnosis diagnosis) {
    return diagnosis.fingerprints().values().stream().allMatch(StateMistake::isBehind);
  }

  private static boolean agrees(
      Diagnosis candidate, String scenario, String got, List<Diagnosis> known) {
    String given = candidate.fingerprints().get(scenario);
    boolean wrong = known.stream().anyMatch(it -> got.equals(it.fingerprints().get(scenario)));
    return wrong ? got.equals(given) : given == null || rows(given).equals(RIGHT);
  }
}
