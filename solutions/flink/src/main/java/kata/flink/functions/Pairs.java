package kata.flink.functions;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.BuyerView;
import kata.datasets.ClickEvent;
import org.apache.flink.api.common.functions.CoGroupFunction;
import org.apache.flink.api.common.functions.JoinFunction;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/** What the other answers to WindowJoin have in common. */
final class Pairs {

  static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private Pairs() {}

  static TumblingEventTimeWindows windows() {
    return TumblingEventTimeWindows.of(TEN_MINUTES);
  }

  static DataStream<BuyerView> join(
      DataStream<ClickEvent> views,
      DataStream<ClickEvent> purchases,
      KeySelector<ClickEvent, String> key,
      WindowAssigner<Object, TimeWindow> windows,
      JoinFunction<ClickEvent, ClickEvent, BuyerView> pair) {
    return views.join(purchases).where(key).equalTo(key).window(windows).apply(pair);
  }

  static DataStream<BuyerView> join(
      DataStream<ClickEvent> views,
      DataStream<ClickEvent> purchases,
      JoinFunction<ClickEvent, ClickEvent, BuyerView> pair) {
    return join(views, purchases, ClickEvent::userId, windows(), pair);
  }

  static DataStream<BuyerView> coGroup(
      DataStream<ClickEvent> views,
      DataStream<ClickEvent> purchases,
      CoGroupFunction<ClickEvent, ClickEvent, BuyerView> function) {
    return views
        .coGroup(purchases)
        .where(ClickEvent::userId)
        .equalTo(ClickEvent::userId)
        .window(windows())
        .apply(function);
  }

  static Instant startOf(ClickEvent event) {
    long time = event.eventTime().toEpochMilli();
    return Instant.ofEpochMilli(time - time % TEN_MINUTES.toMillis());
  }

  static BuyerView row(Instant start, ClickEvent view, ClickEvent purchase, long millis) {
    return new BuyerView(
        start,
        start.plus(TEN_MINUTES),
        view.userId(),
        view.eventTime(),
        purchase.eventTime(),
        view.page(),
        millis);
  }

  static long millis(ClickEvent view, ClickEvent purchase) {
    return purchase.eventTime().toEpochMilli() - view.eventTime().toEpochMilli();
  }

  static BuyerView pair(ClickEvent view, ClickEvent purchase) {
    return row(startOf(view), view, purchase, millis(view, purchase));
  }
}
