package kata.harness.proof;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.harness.lab.LabException;
import kata.harness.lab.LessonExtension;
import kata.harness.picture.Gallery;
import kata.harness.picture.Workbook;
import org.junit.jupiter.api.DynamicTest;

/**
 * Proves that every figure of the lessons' pages is what the reference shows today. A page {@code
 * late.md} asks for the scenario {@code open} with {@code ![...](figures/late-open.svg)}. A topic
 * that several modules teach is drawn in the one that comes first in the catalogue.
 */
public final class FiguresProof implements AutoCloseable {

  private static final String PAGES = "docs/lessons";
  private static final String FIGURES = "figures";
  private static final Pattern FIGURE = Pattern.compile("!\\[[^]]*]\\(figures/([^)]+)\\)");

  private final String module;
  private final LessonRun.Runner runner = new LessonRun.Runner();

  /** Prepares the proof for {@code flink} or another module that has lessons. */
  public FiguresProof(String module) {
    this.module = module;
  }

  /** Returns one test for each page with figures, and one that finds figures on no page. */
  public Stream<DynamicTest> tests() {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(dynamicTest("every figure is on a page", this::compareWithPages));
    for (String topic : topics()) {
      tests.add(dynamicTest(topic, () -> compare(topic)));
    }
    return tests.stream();
  }

  /** Returns the topics whose first lesson is one of this module. */
  private List<String> topics() {
    Map<String, String> first = new TreeMap<>();
    for (Lesson lesson : Catalogue.load().lessons()) {
      first.putIfAbsent(lesson.topic(), lesson.module());
    }
    return first.keySet().stream().filter(topic -> first.get(topic).equals(module)).toList();
  }

  private static Path pages() {
    return Workbook.root()
        .map(root -> root.resolve(PAGES))
        .orElseThrow(
            () -> new LabException("The workbook was not found. Set -D" + Workbook.ROOT + "."));
  }

  private static List<String> figuresOn(Path page) throws IOException {
    if (!Files.exists(page)) {
      return List.of();
    }
    return FIGURE
        .matcher(Files.readString(page))
        .results()
        .map((MatchResult figure) -> figure.group(1))
        .toList();
  }

  private void compareWithPages() throws IOException {
    TreeSet<String> unused = new TreeSet<>();
    Path figures = pages().resolve(FIGURES);
    if (Files.isDirectory(figures)) {
      try (Stream<Path> files = Files.list(figures)) {
        files.forEach(file -> unused.add(file.getFileName().toString()));
      }
    }
    try (Stream<Path> pages = Files.list(pages())) {
      for (Path page : pages.filter(it -> it.toString().endsWith(".md")).toList()) {
        figuresOn(page).forEach(unused::remove);
      }
    }
    if (!unused.isEmpty()) {
      throw new AssertionError("No page shows %s/%s/%s.".formatted(PAGES, FIGURES, unused));
    }
  }

  private void compare(String topic) throws IOException {
    for (String figure : figuresOn(pages().resolve(topic + ".md"))) {
      String today =
          draw(topic, figure)
              .orElseThrow(
                  () ->
                      new AssertionError(
                          "%s/%s.md shows %s, and no lesson of the topic plays such a scenario."
                              .formatted(PAGES, topic, figure)));
      Path file = pages().resolve(FIGURES).resolve(figure);
      if (Boolean.getBoolean(AnswersProof.UPDATE)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, today);
      }
      if (!Files.exists(file) || !Files.readString(file).equals(today)) {
        throw new AssertionError(
            "%s/%s/%s is not what the reference shows today. Run: mvn verify -D%s=true, look at the change, run again without."
                .formatted(PAGES, FIGURES, figure, AnswersProof.UPDATE));
      }
    }
  }

  /** Returns a figure as the first lesson draws it that has it. */
  private Optional<String> draw(String topic, String figure) throws IOException {
    String name = figure.replaceFirst("^" + topic + "-", "");
    for (Lesson lesson : Catalogue.load().of(module)) {
      for (String story : lesson.topic().equals(topic) ? stories(name) : List.<String>of()) {
        Optional<String> drawn = draw(lesson, story, Gallery.prefix(lesson) + name);
        if (drawn.isPresent()) {
          return drawn;
        }
      }
    }
    return Optional.empty();
  }

  /** Returns what the scenario may be called: the output of a job may follow, after a hyphen. */
  private static List<String> stories(String name) {
    List<String> stories = new ArrayList<>();
    for (int end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('-', end - 1)) {
      stories.add(name.substring(0, end));
    }
    return stories;
  }

  /** Plays one scenario of a lesson, if it has it, and returns one of the pictures. */
  private Optional<String> draw(Lesson lesson, String story, String picture) throws IOException {
    Path folder = Files.createTempDirectory("kata-figures");
    LessonRun run =
        runner.run(
            lesson,
            Map.of(
                Gallery.WISH,
                "all",
                Gallery.FOLDER,
                folder.toString(),
                LessonExtension.STORIES,
                story));
    if (!run.verdicts().isEmpty() || !run.broken().isEmpty()) {
      throw new AssertionError(lesson.id() + ": the reference is not green: " + run.said());
    }
    return Optional.ofNullable(takeDown(folder).get(picture));
  }

  /** Takes all pictures out of a folder that is not needed any more. */
  private static Map<String, String> takeDown(Path folder) throws IOException {
    Map<String, String> drawn = new TreeMap<>();
    try (Stream<Path> pictures = Files.list(folder)) {
      for (Path picture : pictures.toList()) {
        drawn.put(picture.getFileName().toString(), Files.readString(picture));
        Files.delete(picture);
      }
    }
    Files.delete(folder);
    return drawn;
  }

  /** Stops the engine. */
  @Override
  public void close() {
    runner.close();
  }
}
