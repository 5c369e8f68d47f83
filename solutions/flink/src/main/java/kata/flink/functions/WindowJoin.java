package kata.flink.functions;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.BuyerView;
import kata.datasets.ClickEvent;
import kata.flink.lab.JoinJob;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/** Flink's own join of two streams in a window; the bounds follow from either event's time. */
public final class WindowJoin implements JoinJob<BuyerView> {

  private static final Duration SIZE = Duration.ofMinutes(10);

  @Override
  public DataStream<BuyerView> build(
      DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
    return views
        .join(purchases)
        .where(ClickEvent::userId)
        .equalTo(ClickEvent::userId)
        .window(TumblingEventTimeWindows.of(SIZE))
        .apply(WindowJoin::pair);
  }

  private static BuyerView pair(ClickEvent view, ClickEvent purchase) {
    long viewed = view.eventTime().toEpochMilli();
    Instant start =
        Instant.ofEpochMilli(TimeWindow.getWindowStartWithOffset(viewed, 0, SIZE.toMillis()));
    return new BuyerView(
        start,
        start.plus(SIZE),
        view.userId(),
        view.eventTime(),
        purchase.eventTime(),
        view.page(),
        Duration.between(view.eventTime(), purchase.eventTime()).toMillis());
  }
}
