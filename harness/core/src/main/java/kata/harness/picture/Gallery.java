package kata.harness.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kata.harness.catalogue.Lesson;
import kata.harness.transcript.Emission;

/** Writes the pictures of a run of one lesson, and removes those of the run before. */
public final class Gallery {

  /**
   * Configuration parameter: which pictures are drawn, {@code none}, {@code red} or {@code all}.
   */
  public static final String WISH = "kata.pictures";

  /** Configuration parameter: a folder for the pictures that is not the usual one. */
  public static final String FOLDER = "kata.pictures.folder";

  private enum Wish {
    NONE,
    RED,
    ALL
  }

  private final Wish wish;
  private final String folder;
  private final List<Path> fresh = new ArrayList<>();

  private Gallery(Wish wish, String folder) {
    this.wish = wish;
    this.folder = folder;
  }

  /**
   * Opens a gallery.
   *
   * @param parameters returns a configuration parameter by its name
   * @throws IllegalArgumentException if {@value #WISH} is something else than it can be
   */
  public static Gallery of(Function<String, Optional<String>> parameters) {
    String wish = parameters.apply(WISH).orElse("red");
    try {
      return new Gallery(
          Wish.valueOf(wish.toUpperCase(Locale.ROOT)), parameters.apply(FOLDER).orElse(""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "There are no \"%s\" pictures. Say -D%s=none, red or all.".formatted(wish, WISH), e);
    }
  }

  /** Returns a gallery in which nothing hangs. */
  public static Gallery none() {
    return new Gallery(Wish.NONE, "");
  }

  /** Removes the pictures of a lesson, so that no stale one is looked at. */
  public void clear(Lesson lesson) {
    try {
      for (Path picture : pictures(lesson)) {
        Files.delete(picture);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Old pictures of " + lesson.id() + " cannot be removed", e);
    }
  }

  private List<Path> pictures(Lesson lesson) throws IOException {
    Optional<Path> place = place(lesson.module()).filter(Files::isDirectory);
    if (place.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place.get())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix(lesson)))
          .sorted()
          .toList();
    }
  }

  /**
   * Writes a page that shows what was said of lessons, with all pictures of them.
   *
   * @param said lessons of one module; nothing is written if there are none
   */
  public void index(List<Index.Said> said) {
    Optional<Path> place = said.stream().findFirst().flatMap(it -> place(it.lesson().module()));
    if (place.isEmpty()) {
      return;
    }
    try {
      Map<Lesson, List<String>> pictures = new HashMap<>();
      for (Index.Said it : said) {
        pictures.put(
            it.lesson(),
            pictures(it.lesson()).stream().map(Path::getFileName).map(Path::toString).toList());
      }
      Files.createDirectories(place.get());
      Files.writeString(
          place.get().resolve("index.html"),
          Index.page(
              said, pictures, Workbook.above(place.get()).map(root -> up(place.get(), root))));
    } catch (IOException e) {
      throw new UncheckedIOException("The index of the pictures cannot be written", e);
    }
  }

  private static String up(Path page, Path root) {
    return page.toAbsolutePath().relativize(root).toString().replace('\\', '/') + "/";
  }

  /**
   * Hangs the picture of a scenario that is red.
   *
   * @param output the output that it shows
   * @return its path from the root of the workbook, if it was wished for and could be written
   */
  public Optional<String> red(
      Lesson lesson, String scenario, String output, Supplier<String> picture) {
    return wish == Wish.NONE ? Optional.empty() : hang(lesson, scenario, output, picture);
  }

  /** Hangs the picture of a scenario that is green, if it was wished for. */
  public void green(Lesson lesson, String scenario, String output, Supplier<String> picture) {
    if (wish == Wish.ALL) {
      hang(lesson, scenario, output, picture);
    }
  }

  private Optional<String> hang(
      Lesson lesson, String scenario, String output, Supplier<String> picture) {
    Optional<Path> place = place(lesson.module());
    if (place.isEmpty()) {
      return Optional.empty();
    }
    Path file = place.get().resolve(name(lesson, scenario, output));
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, picture.get());
    } catch (IOException e) {
      // A verdict without a picture is better than none.
      return Optional.empty();
    }
    fresh.add(file);
    return Optional.of(Workbook.relative(file));
  }

  /** Returns the pictures that were hung since the last call. */
  public List<Path> takeFresh() {
    List<Path> taken = List.copyOf(fresh);
    fresh.clear();
    return taken;
  }

  private Optional<Path> place(String module) {
    if (wish == Wish.NONE) {
      return Optional.empty();
    }
    return folder.isEmpty() ? Workbook.pictures(module) : Optional.of(Path.of(folder));
  }

  private static String name(Lesson lesson, String scenario, String output) {
    String side = output.equals(Emission.MAIN) ? "" : "-" + plain(output);
    return prefix(lesson) + plain(scenario) + side + ".svg";
  }

  /** Returns how the file names of a lesson's pictures start; the scenario follows. */
  public static String prefix(Lesson lesson) {
    return plain(lesson.engine() + "-" + lesson.topic() + "-" + lesson.name()) + "-";
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9.-]", "_");
  }
}
