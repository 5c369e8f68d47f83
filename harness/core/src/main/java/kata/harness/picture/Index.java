package kata.harness.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kata.harness.catalogue.Lesson;
import kata.harness.verdict.Verdict;

/** Writes the page that shows what was said of each lesson of a run, with the pictures. */
public final class Index {

  /**
   * What was said of a lesson.
   *
   * @param summary the verdict that explains best; of a solved lesson, the line that it earned
   * @param verdicts all that were not green, the best first
   */
  public record Said(Lesson lesson, String summary, List<Verdict> verdicts) {

    /** Returns {@code RED}, {@code GREEN}, {@code TODO} or {@code ERROR}. */
    String state() {
      return summary.strip().split("\\s+")[0];
    }
  }

  private static final String CSS =
      """

      :root { color-scheme: light dark }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 960px; margin: 2em auto; padding: 0 1em; color: #1f2933; background: #ffffff }
      h1 { font-size: 1.4em }
      h2 { font-size: 1.15em; margin-top: 2.5em; border-top: 1px solid #c3ccd5; padding-top: 1em }
      td { padding: 0.1em 1.5em 0.1em 0 }
      pre { font: 13px/1.4 ui-monospace, Menlo, Consolas, monospace; overflow-x: auto; padding: 1em; background: #f4f6f8; border-radius: 6px }
      img { max-width: 100%; height: auto; margin-bottom: 1.5em }
      .state { font-weight: bold }
      .RED, .ERROR { color: #a8350b }
      .GREEN { color: #14692f }
      .TODO { color: #5b6774 }
      a { color: inherit; margin-right: 1.2em }
      @media (prefers-color-scheme: dark) {
        body { color: #e4e8ec; background: #0e1116 }
        pre { background: #1b2027 }
        h2 { border-color: #3d4752 }
        .RED, .ERROR { color: #ff9464 }
        .GREEN { color: #67c983 }
        .TODO { color: #9da8b3 }
      }
      """;

  private Index() {}

  /**
   * Returns a page that needs nothing but the pictures beside it.
   *
   * @param pictures the names of all pictures of a lesson
   * @param root leads from the page to the root of the workbook, with a slash at its end; without
   *     it there are no links to files
   */
  static String page(List<Said> said, Map<Lesson, List<String>> pictures, Optional<String> root) {
    Markup html = new Markup().html();
    html.open("html", "lang", "en").open("head").leaf("meta", "charset", "utf-8");
    html.leafText("title", "Lessons of this run").leafText("style", CSS).close();
    html.open("body").leafText("h1", "Lessons of this run");
    html.open("table");
    for (Said it : said) {
      html.open("tr").open("td");
      html.leafText("a", it.lesson().id(), "href", "#" + it.lesson().id()).close();
      html.leafText("td", it.state(), "class", "state " + it.state()).close();
    }
    html.close();
    said.forEach(it -> lesson(html, it, pictures.getOrDefault(it.lesson(), List.of()), root));
    return html.done();
  }

  private static void lesson(Markup html, Said said, List<String> pictures, Optional<String> root) {
    html.open("h2", "id", said.lesson().id()).text(said.lesson().id() + " ");
    html.leafText("span", said.state(), "class", "state " + said.state()).close();
    html.leafText("p", said.lesson().task());
    root.ifPresent(
        folder -> {
          html.open("p");
          link(html, "your code", folder + said.lesson().starterFile());
          link(html, "the test", folder + said.lesson().testFile());
          link(html, "the page and its hints", folder + said.lesson().page());
          link(html, "the calls", folder + Lesson.CALLS);
          html.close();
        });
    List<String> others = new ArrayList<>(pictures);
    for (Verdict verdict : said.verdicts()) {
      html.leafText("pre", verdict.text());
      Optional<String> picture =
          verdict.picture().map(path -> path.substring(path.lastIndexOf('/') + 1));
      picture.ifPresent(
          name -> {
            image(html, name, verdict.scenario() + ": " + verdict.headline());
            others.remove(name);
          });
    }
    if (said.verdicts().isEmpty()) {
      html.leafText("pre", said.summary());
    }
    others.forEach(name -> image(html, name, "as expected"));
  }

  private static void link(Markup html, String text, String file) {
    html.leafText("a", text, "href", file);
  }

  private static void image(Markup html, String name, String what) {
    html.open("a", "href", name).leaf("img", "src", name, "alt", what).close();
  }
}
