package kata.flink.functions;

import java.util.ArrayList;
import java.util.List;
import kata.datasets.BuyerView;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.flink.lab.JoinJob;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class WindowJoinAlternatives {

  private WindowJoinAlternatives() {}

  /** Groups both streams, and makes the pairs itself. */
  public static final class CoGroups implements JoinJob<BuyerView> {

    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.coGroup(views, purchases, CoGroups::pairs);
    }

    private static void pairs(
        Iterable<ClickEvent> views, Iterable<ClickEvent> purchases, Collector<BuyerView> out) {
      for (ClickEvent view : views) {
        for (ClickEvent purchase : purchases) {
          out.collect(Pairs.pair(view, purchase));
        }
      }
    }
  }

  /** Makes one stream of both again, and pairs what a window holds; here the window is known. */
  public static final class OneStreamAgain implements JoinJob<BuyerView> {

    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return views
          .union(purchases)
          .keyBy(ClickEvent::userId)
          .window(Pairs.windows())
          .process(new PairUp());
    }

    private static final class PairUp
        extends ProcessWindowFunction<ClickEvent, BuyerView, String, TimeWindow> {

      @Override
      public void process(
          String user, Context context, Iterable<ClickEvent> events, Collector<BuyerView> out) {
        List<ClickEvent> views = new ArrayList<>();
        List<ClickEvent> purchases = new ArrayList<>();
        for (ClickEvent event : events) {
          (event.eventType() == EventType.PURCHASE ? purchases : views).add(event);
        }
        views.forEach(view -> purchases.forEach(it -> out.collect(Pairs.pair(view, it))));
      }
    }
  }
}
