package kata.flink.patterns;

import static kata.flink.patterns.DeclinedPayments.LIMIT;
import static kata.flink.patterns.DeclinedPayments.alert;
import static kata.flink.patterns.DeclinedPayments.isDeclined;
import static kata.flink.patterns.DeclinedPayments.isLarge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.CardAlert;
import kata.datasets.Transaction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Watches one card by hand: puts its transactions in the order of event time, and keeps the
 * declined ones that may still be part of an alert.
 */
class WatchCard extends KeyedProcessFunction<String, Transaction, CardAlert> {

  private static final long serialVersionUID = 1L;
  private static final int DECLINED = 3;

  private transient MapState<Long, List<Transaction>> unordered;
  private transient ListState<Transaction> declined;

  @Override
  public void open(OpenContext context) {
    TypeInformation<Transaction> type = TypeInformation.of(Transaction.class);
    unordered =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("unordered", Types.LONG, Types.LIST(type)));
    declined = getRuntimeContext().getListState(new ListStateDescriptor<>("declined", type));
  }

  @Override
  public void processElement(Transaction transaction, Context context, Collector<CardAlert> out)
      throws Exception {
    long time = context.timestamp();
    if (time <= context.timerService().currentWatermark()) {
      return;
    }
    List<Transaction> atOnce = unordered.get(time);
    atOnce = atOnce == null ? new ArrayList<>() : atOnce;
    atOnce.add(transaction);
    unordered.put(time, atOnce);
    context.timerService().registerEventTimeTimer(time);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<CardAlert> out)
      throws Exception {
    List<Transaction> kept = declined(context.getCurrentKey());
    for (Transaction transaction : unordered.get(time)) {
      Instant oldest = transaction.eventTime().minus(LIMIT);
      kept.removeIf(it -> !it.eventTime().isAfter(oldest));
      if (isDeclined(transaction)) {
        kept.add(transaction);
      } else if (isLarge(transaction)) {
        for (; kept.size() >= DECLINED; kept.remove(0)) {
          out.collect(alert(kept.subList(0, DECLINED), transaction));
        }
      }
    }
    keep(context.getCurrentKey(), kept);
    unordered.remove(time);
  }

  /** Returns the declined ones of this card that may still be part of an alert, oldest first. */
  List<Transaction> declined(String user) throws Exception {
    List<Transaction> kept = new ArrayList<>();
    declined.get().forEach(kept::add);
    return kept;
  }

  /** Keeps these instead. */
  void keep(String user, List<Transaction> kept) throws Exception {
    declined.update(kept);
  }
}
