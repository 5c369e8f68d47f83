package kata.harness.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kata.harness.catalogue.Lesson;
import kata.harness.transcript.Fingerprint;
import org.junit.jupiter.api.Test;

class DiagnosesTest {

  private static final Diagnosis EARLY = diagnosis("Early", Map.of("gap", "1", "late", "2"));
  private static final Diagnosis LATER = diagnosis("Later", Map.of("gap", "1", "late", "3"));
  private static final Diagnosis ONLY_IN_GAPS = diagnosis("OnlyInGaps", Map.of("gap", "1"));
  private static final Diagnosis OTHER = diagnosis("Other", Map.of("gap", "9"));
  private static final Diagnoses ALL = new Diagnoses(List.of(EARLY, LATER, ONLY_IN_GAPS, OTHER));

  private static Diagnosis diagnosis(String name, Map<String, String> fingerprints) {
    return new Diagnosis(name, "Headline.", "when.", "Rule.", 1, fingerprints);
  }

  private static Optional<String> nameInGap(Diagnoses diagnoses, Map<String, String> elsewhere) {
    return diagnoses.name("gap", "1", scenario -> elsewhere.get(scenario)).map(Diagnosis::name);
  }

  @Test
  void a_result_that_no_mistake_gives_has_no_name() {
    assertThat(ALL.name("gap", "0", scenario -> "")).isEmpty();
    assertThat(ALL.name("tie", "1", scenario -> "")).isEmpty();
  }

  @Test
  void a_result_that_one_mistake_gives_is_named_without_playing_anything_else() {
    List<String> played = new ArrayList<>();

    Optional<Diagnosis> named =
        ALL.name(
            "gap",
            "9",
            scenario -> {
              played.add(scenario);
              return "";
            });

    assertThat(named).contains(OTHER);
    assertThat(played).isEmpty();
  }

  @Test
  void a_mistake_that_shows_elsewhere_too_is_confirmed_if_it_agrees_there_once() {
    Diagnosis everywhere = diagnosis("Everywhere", Map.of("gap", "1", "late", "2", "tie", "7"));

    assertThat(isConfirmedInGap(everywhere, Map.of("late", "2", "tie", "0"))).isTrue();
    assertThat(isConfirmedInGap(everywhere, Map.of("late", "0", "tie", "7"))).isTrue();
    assertThat(isConfirmedInGap(everywhere, Map.of("late", "0", "tie", "0"))).isFalse();
    assertThat(isConfirmedInGap(ONLY_IN_GAPS, Map.of())).isTrue();
  }

  private static boolean isConfirmedInGap(Diagnosis mistake, Map<String, String> elsewhere) {
    return new Diagnoses(List.of(mistake)).isConfirmed(mistake, "gap", elsewhere::get);
  }

  @Test
  void of_several_only_what_tells_them_apart_is_played() {
    Diagnosis early = diagnosis("Early", Map.of("gap", "1", "late", "2", "tie", "7"));
    Diagnosis later = diagnosis("Later", Map.of("gap", "1", "late", "3", "tie", "7"));
    List<String> played = new ArrayList<>();

    Optional<Diagnosis> named =
        new Diagnoses(List.of(early, later))
            .name(
                "gap",
                "1",
                scenario -> {
                  played.add(scenario);
                  return "3";
                });

    assertThat(named).contains(later);
    assertThat(played).containsExactly("late");
  }

  @Test
  void stored_results_name_their_mistake_unless_another_agrees_as_often() {
    Diagnosis twin = diagnosis("Twin", EARLY.fingerprints());
    Diagnoses all = new Diagnoses(List.of(EARLY, LATER, twin));

    assertThat(all.nameByResults("gap", EARLY.fingerprints())).contains(EARLY);
    assertThat(all.nameByResults("gap", LATER.fingerprints())).contains(LATER);
    assertThat(all.nameByResults("late", LATER.fingerprints())).contains(LATER);
    assertThat(all.nameByResults("gap", twin.fingerprints())).contains(EARLY);
  }

  @Test
  void stored_results_of_the_state_name_nothing_elsewhere() {
    String left = Fingerprint.ofMishap(StateMistake.LEFT.kind());
    Diagnosis rows = diagnosis("Rows", Map.of("gap", "1"));
    Diagnosis state = diagnosis("State", Map.of("gap", "1", "late", left));
    Diagnoses all = new Diagnoses(List.of(rows, state));

    assertThat(all.nameByResults("gap", state.fingerprints())).contains(rows);
    assertThat(all.nameByResults("late", state.fingerprints())).contains(state);
  }

  @Test
  void of_several_the_one_that_agrees_elsewhere_too_is_named() {
    assertThat(nameInGap(ALL, Map.of("gap", "1", "late", "2"))).contains("Early");
    assertThat(nameInGap(ALL, Map.of("gap", "1", "late", "3"))).contains("Later");
  }

  @Test
  void a_result_elsewhere_that_nobody_knows_speaks_for_a_mistake_that_is_right_there() {
    assertThat(nameInGap(ALL, Map.of("gap", "1", "late", "0"))).contains("OnlyInGaps");
  }

  @Test
  void of_equals_the_first_that_is_declared_is_named() {
    Diagnosis twin = diagnosis("Twin", EARLY.fingerprints());

    assertThat(nameInGap(new Diagnoses(List.of(EARLY, twin)), Map.of("gap", "1", "late", "2")))
        .contains("Early");
    assertThat(nameInGap(new Diagnoses(List.of(twin, EARLY)), Map.of("gap", "1", "late", "2")))
        .contains("Twin");
  }

  @Test
  void a_mistake_that_leaves_state_elsewhere_agrees_with_right_rows_there() {
    String left = Fingerprint.ofMishap(StateMistake.LEFT.kind());
    Diagnosis narrow = diagnosis("Narrow", Map.of("gap", left));
    Diagnosis hidden = diagnosis("Hidden", Map.of("gap", left, "late", left, "limits", "5"));
    Map<String, String> hiddenElsewhere = Map.of("gap", "0", "late", "0", "limits", "5");

    assertThat(
            new Diagnoses(List.of(narrow, hidden))
                .name("gap", left, hiddenElsewhere::get)
                .map(Diagnosis::name))
        .contains("Hidden");
  }

  private static Optional<String> nameInTraffic(String fingerprint, Map<String, String> elsewhere) {
    Diagnosis crowded = diagnosis("Crowded", Map.of("traffic", "7"));
    Diagnoses diagnoses = new Diagnoses(List.of(EARLY, LATER, crowded));
    return diagnoses
        .nameInLong("traffic", fingerprint, scenario -> elsewhere.get(scenario))
        .map(Diagnosis::name);
  }

  @Test
  void a_mistake_that_was_not_played_through_a_long_story_is_named_by_all_others() {
    assertThat(nameInTraffic("8", Map.of("gap", "1", "late", "3"))).contains("Later");
    assertThat(nameInTraffic("7", Map.of("gap", "1", "late", "3"))).contains("Later");
    assertThat(nameInTraffic("8", Map.of("gap", "1", "late", "0"))).isEmpty();
    assertThat(nameInTraffic("8", Map.of("gap", "0", "late", "0"))).isEmpty();
  }

  @Test
  void a_mistake_that_only_a_long_story_refutes_is_named_by_its_result_there() {
    assertThat(nameInTraffic("7", Map.of("gap", "0", "late", "0"))).contains("Crowded");
    assertThat(nameInTraffic("7", Map.of("gap", "1", "late", "0"))).contains("Crowded");
  }

  @Test
  void wrong_rows_of_a_long_story_are_not_those_of_a_mistake_that_is_only_in_state() {
    String left = Fingerprint.ofMishap(StateMistake.LEFT.kind());
    Diagnosis hidden = diagnosis("Hidden", Map.of("gap", left));
    Diagnoses diagnoses = new Diagnoses(List.of(hidden));

    assertThat(diagnoses.nameInLong("traffic", "8", scenario -> "0")).isEmpty();
    assertThat(diagnoses.nameInLong("traffic", left, scenario -> "0")).contains(hidden);
  }

  @Test
  void state_that_is_lost_is_not_named_after_state_that_is_left() {
    String left = Fingerprint.ofMishap(StateMistake.LEFT.kind());
    String lost = Fingerprint.ofMishap(StateMistake.LOST.kind());
    Diagnoses diagnoses = new Diagnoses(List.of(diagnosis("Hidden", Map.of("gap", left))));

    assertThat(diagnoses.nameInLong("traffic", lost, scenario -> "0")).isEmpty();
  }

  @Test
  void what_is_written_is_read_back_and_looks_the_same_every_time() throws Exception {
    String json = new Diagnoses(List.of(EARLY)).toJson();

    assertThat(json)
        .isEqualTo(
            """
            [
              {
                "name" : "Early",
                "headline" : "Headline.",
                "when" : "when.",
                "rule" : "Rule.",
                "hint" : 1,
                "fingerprints" : {
                  "gap" : "1",
                  "late" : "2"
                }
              }
            ]
            """);
    assertThat(Diagnoses.parse(json).all()).containsExactly(EARLY);
  }

  @Test
  void a_lesson_without_a_file_has_no_known_mistakes() {
    assertThat(Diagnoses.load(new Lesson("fake", "none", "Lesson", "", 1)).all())
        .isEqualTo(List.of());
  }

  @Test
  void a_malformed_file_is_named_with_the_line() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Diagnoses.load(new Lesson("fake", "malformed", "Lesson", "", 1)))
        .withMessageStartingWith(
            "exercises/fake/src/test/resources/kata/diagnoses/fake/malformed/Lesson/known.json,"
                + " line 3: Missing required creator property 'when'");
  }
}
