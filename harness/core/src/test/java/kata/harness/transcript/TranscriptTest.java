package kata.harness.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranscriptTest {

  private static final Emission HOME = row("12:05", Emission.MAIN, "/home");
  private static final Emission CART = row("12:05", Emission.MAIN, "/cart");
  private static final Emission LATE = row("12:05", "late", "/home");

  private static Emission row(String at, String output, String page) {
    return new Emission(at, output, new Row(Map.of("page", page)));
  }

  private static String fingerprint(Emission... emissions) {
    return new Transcript(Arrays.asList(emissions)).fingerprint();
  }

  @Test
  void the_order_within_one_time_leaves_no_trace_in_the_fingerprint() {
    assertThat(fingerprint(HOME, CART)).isEqualTo(fingerprint(CART, HOME));
  }

  @Test
  void the_order_of_columns_leaves_none_either() {
    Map<String, String> pageFirst = new LinkedHashMap<>(Map.of("page", "/home"));
    pageFirst.put("views", "2");
    Map<String, String> viewsFirst = new LinkedHashMap<>(Map.of("views", "2"));
    viewsFirst.put("page", "/home");

    assertThat(fingerprint(new Emission("12:05", Emission.MAIN, new Row(pageFirst))))
        .isEqualTo(fingerprint(new Emission("12:05", Emission.MAIN, new Row(viewsFirst))));
  }

  @Test
  void rows_times_outputs_and_repetitions_do() {
    assertThat(
            List.of(
                fingerprint(),
                fingerprint(HOME),
                fingerprint(HOME, HOME),
                fingerprint(CART),
                fingerprint(LATE),
                fingerprint(row("12:10", Emission.MAIN, "/home"))))
        .doesNotHaveDuplicates()
        .allSatisfy(it -> assertThat(it).matches("[0-9a-f]{16}"));
  }

  @Test
  void the_order_of_times_does() {
    Emission later = row("12:10", Emission.MAIN, "/home");

    assertThat(fingerprint(HOME, later)).isNotEqualTo(fingerprint(later, HOME));
  }

  @Test
  void remarks_do_not() {
    assertThat(new Transcript(List.of(HOME), List.of("A remark.")).fingerprint())
        .isEqualTo(fingerprint(HOME));
  }

  @Test
  void a_fingerprint_stays_the_same_from_release_to_release() {
    assertThat(fingerprint(HOME)).isEqualTo("ea21e5f441169eef");
  }

  @Test
  void one_output_is_picked_with_the_remarks() {
    Transcript all = new Transcript(List.of(HOME, LATE, CART), List.of("A remark."));

    assertThat(all.on(Emission.MAIN).emissions()).containsExactly(HOME, CART);
    assertThat(all.on("late")).isEqualTo(new Transcript(List.of(LATE), List.of("A remark.")));
    assertThat(all.on("other").emissions()).isEqualTo(List.of());
  }
}
