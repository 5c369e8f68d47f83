package kata.flink.triggers;

import java.util.ArrayList;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.LastPages;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class LastNAlternatives {

  private LastNAlternatives() {}

  /** Holds no more than three views at any time, sorted as they come. */
  public static final class ThreeAtATime implements StreamJob<ClickEvent, LastPages> {

    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::userId).aggregate(new KeepThree(), new Label());
    }

    private static final class KeepThree
        implements AggregateFunction<ClickEvent, ArrayList<ClickEvent>, ArrayList<ClickEvent>> {

      @Override
      public ArrayList<ClickEvent> createAccumulator() {
        return new ArrayList<>();
      }

      @Override
      public ArrayList<ClickEvent> add(ClickEvent view, ArrayList<ClickEvent> kept) {
        List<ClickEvent> all = new ArrayList<>(kept);
        all.add(view);
        return new ArrayList<>(Trails.lastThree(all));
      }

      @Override
      public ArrayList<ClickEvent> getResult(ArrayList<ClickEvent> kept) {
        return kept;
      }

      @Override
      public ArrayList<ClickEvent> merge(ArrayList<ClickEvent> a, ArrayList<ClickEvent> b) {
        List<ClickEvent> all = new ArrayList<>(a);
        all.addAll(b);
        return new ArrayList<>(Trails.lastThree(all));
      }
    }

    private static final class Label
        extends ProcessWindowFunction<ArrayList<ClickEvent>, LastPages, String, TimeWindow> {

      @Override
      public void process(
          String user,
          Context context,
          Iterable<ArrayList<ClickEvent>> kept,
          Collector<LastPages> out) {
        out.collect(Trails.row(context.window(), user, kept.iterator().next()));
      }
    }
  }

  /** Sorts all views of the window at its end. */
  public static final class SortAtTheEnd implements StreamJob<ClickEvent, LastPages> {

    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::userId).process(new Trails.Trail(Trails::lastThree));
    }
  }
}
