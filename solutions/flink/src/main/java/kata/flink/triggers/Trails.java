package kata.flink.triggers;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import kata.datasets.ClickEvent;
import kata.datasets.LastPages;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What the other answers to LastN have in common. */
final class Trails {

  private Trails() {}

  static LastPages row(TimeWindow window, String user, List<ClickEvent> views) {
    return new LastPages(
        Steps.start(window),
        Steps.end(window),
        user,
        views.stream().map(ClickEvent::page).collect(Collectors.joining(" > ")));
  }

  static List<ClickEvent> byTime(List<ClickEvent> views) {
    return sorted(views, Comparator.comparing(ClickEvent::eventTime));
  }

  static List<ClickEvent> sorted(List<ClickEvent> views, Comparator<ClickEvent> order) {
    return views.stream().sorted(order).toList();
  }

  static List<ClickEvent> last(List<ClickEvent> views, int number) {
    return views.subList(Math.max(0, views.size() - number), views.size());
  }

  /** Returns what is right. */
  static List<ClickEvent> lastThree(List<ClickEvent> views) {
    return last(byTime(views), 3);
  }

  /** Chooses what a row lists, and in which order, of the views that are left in a window. */
  interface Choice extends Serializable {
    List<ClickEvent> of(List<ClickEvent> arrived);
  }

  /** Writes a row of the views that are chosen. */
  static final class Trail
      extends ProcessWindowFunction<ClickEvent, LastPages, String, TimeWindow> {

    private final Choice choice;

    Trail(Choice choice) {
      this.choice = choice;
    }

    @Override
    public void process(
        String key, Context context, Iterable<ClickEvent> views, Collector<LastPages> out) {
      List<ClickEvent> all = new ArrayList<>();
      views.forEach(all::add);
      out.collect(row(context.window(), all.get(0).userId(), choice.of(all)));
    }
  }
}
