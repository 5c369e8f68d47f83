package kata.harness.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kata.datasets.StoryTime;
import kata.harness.transcript.WindowBounds;

/**
 * Finds the event that makes a result wrong. It says nothing that the counts do not prove: where
 * they leave a doubt, there is no such event.
 */
final class Detective {

  private final List<Bar> expected;
  private final Set<Optional<WindowBounds>> windows = new HashSet<>();
  private final Map<Optional<WindowBounds>, List<Bar>> tooShort = new HashMap<>();
  private final List<Bar> wrong;
  private final List<Arrival> arrivals;
  private final List<Arrival> lateArrivals;
  private final List<String> columns;

  /**
   * Takes up a case.
   *
   * @param columns the fields that name an event in a sentence
   */
  Detective(List<Bar> bars, List<Arrival> arrivals, List<String> columns) {
    this.expected = bars.stream().filter(bar -> !bar.expected().isEmpty()).toList();
    expected.forEach(bar -> windows.add(bar.window()));
    this.wrong = bars.stream().filter(Bar::differs).toList();
    wrong.stream()
        .filter(Bar::isShort)
        .forEach(
            bar -> tooShort.computeIfAbsent(bar.window(), window -> new ArrayList<>()).add(bar));
    this.arrivals = arrivals;
    this.lateArrivals = arrivals.stream().filter(Arrival::late).toList();
    this.columns = columns;
  }

  /** Returns what happened, if it can be derived. */
  Optional<Fate> find() {
    return Stream.<Supplier<Optional<Fate>>>of(
            this::onlyInTime,
            () -> first(this::tooLateAndCounted),
            () -> first(this::openAndDropped),
            () -> first(this::inAnotherWindow),
            () -> first(this::underAnotherKey),
            () -> first(this::inNoWindowOfTheTask))
        .flatMap(clue -> clue.get().stream())
        .findFirst();
  }

  private interface Clue {
    Optional<Fate> look(Bar bar, WindowBounds window);
  }

  private Optional<Fate> first(Clue clue) {
    return wrong.stream()
        .filter(bar -> bar.window().isPresent())
        .flatMap(bar -> clue.look(bar, bar.window().get()).stream())
        .findFirst();
  }

  private Optional<Fate> onlyInTime() {
    return wrong.stream()
        .filter(bar -> wrong.stream().allMatch(it -> it.kind() == Bar.Kind.OTHER_TIME))
        .findFirst()
        .map(
            bar ->
                Fate.of(
                    "%s came out at %s here; it is due at %s."
                        .formatted(
                            bar.name(), bar.got().get(0).when(), bar.expected().get(0).when())));
  }

  private Optional<Fate> tooLateAndCounted(Bar bar, WindowBounds window) {
    List<Arrival> late =
        lateArrivals.stream().filter(it -> it.belongsTo(bar) && it.tooLateFor(window)).toList();
    if (late.isEmpty()) {
      return Optional.empty();
    }
    // Of a window that nobody expects, the count proves nothing unless all of its events are late.
    boolean provable =
        !bar.expected().isEmpty()
            || late.size() == arrivals.stream().filter(it -> it.belongsTo(bar)).count();
    if (!cameAgain(bar) && !(provable && bar.surplus().orElse(0) == late.size())) {
      return Optional.empty();
    }
    return fate(
        late.get(0),
        bar,
        "came after %s was complete, and is counted here all the same.",
        window.toCell());
  }

  /** Returns whether the rows are right, and others followed at a later watermark. */
  private static boolean cameAgain(Bar bar) {
    int right = bar.expected().size();
    return right > 0
        && bar.got().size() > right
        && bar.got().subList(0, right).equals(bar.expected())
        && !bar.got().get(right).at().equals(bar.expected().get(right - 1).at());
  }

  private Optional<Fate> openAndDropped(Bar bar, WindowBounds window) {
    List<Arrival> late =
        lateArrivals.stream().filter(it -> it.belongsTo(bar) && !it.tooLateFor(window)).toList();
    if (late.isEmpty() || bar.surplus().orElse(0) != -late.size()) {
      return Optional.empty();
    }
    Arrival dropped = late.get(0);
    return Optional.of(
        new Fate(
            "%s lacks %s here: it came behind the watermark %s, and still belongs there."
                .formatted(
                    bar.name(),
                    dropped.name(columns),
                    dropped.watermark().map(StoryTime::format).orElse("")),
            Optional.of(dropped),
            Optional.empty()));
  }

  private Optional<Fate> inAnotherWindow(Bar bar, WindowBounds window) {
    long surplus = bar.surplus().orElse(0);
    if (surplus <= 0) {
      return Optional.empty();
    }
    List<Arrival> onTheEnd =
        arrivals.stream()
            .filter(it -> it.time().equals(window.end()) && it.matches(bar))
            .filter(it -> home(it).map(Bar::isShort).orElse(false))
            .toList();
    return surplus == onTheEnd.size() ? misplaced(onTheEnd.get(0), bar, window) : Optional.empty();
  }

  private Optional<Fate> underAnotherKey(Bar bar, WindowBounds window) {
    long surplus = bar.surplus().orElse(0);
    if (surplus <= 0) {
      return Optional.empty();
    }
    List<Bar> others = tooShort.getOrDefault(bar.window(), List.of());
    long missing = others.stream().mapToLong(it -> -it.surplus().orElse(0)).sum();
    return surplus == missing
        ? arrivals.stream()
            .filter(it -> it.in(window) && others.stream().anyMatch(it::matches))
            .findFirst()
            .flatMap(it -> fate(it, bar, "is counted for %s here.", bar.key()))
        : Optional.empty();
  }

  private Optional<Fate> inNoWindowOfTheTask(Bar bar, WindowBounds window) {
    if (windows.contains(bar.window())) {
      return Optional.empty();
    }
    List<Arrival> inside =
        arrivals.stream().filter(it -> it.belongsTo(bar) && !it.tooLateFor(window)).toList();
    return bar.surplus().orElse(0) == inside.size()
        ? inside.stream()
            .filter(it -> home(it).isPresent())
            .max(Comparator.comparing(Arrival::time))
            .flatMap(it -> misplaced(it, bar, window))
        : Optional.empty();
  }

  private Optional<Fate> misplaced(Arrival event, Bar bar, WindowBounds window) {
    return home(event)
        .flatMap(Bar::window)
        .flatMap(
            home ->
                fate(
                    event,
                    bar,
                    "is in %s here; it belongs to %s.",
                    window.toCell(),
                    home.toCell()));
  }

  private Optional<Fate> fate(Arrival event, Bar counted, String what, Object... windows) {
    String sentence = event.name(columns) + " " + what.formatted(windows);
    return Optional.of(new Fate(sentence, Optional.of(event), Optional.of(counted)));
  }

  /** Returns the one expected bar in which an event lies; none if there are several. */
  private Optional<Bar> home(Arrival event) {
    List<Bar> homes = expected.stream().filter(event::belongsTo).toList();
    return homes.size() == 1 ? Optional.of(homes.get(0)) : Optional.empty();
  }
}
