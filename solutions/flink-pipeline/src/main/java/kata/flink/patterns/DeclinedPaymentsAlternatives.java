package kata.flink.patterns;

import static kata.flink.patterns.DeclinedPayments.LARGE;
import static kata.flink.patterns.DeclinedPayments.LIMIT;
import static kata.flink.patterns.DeclinedPayments.alert;
import static kata.flink.patterns.DeclinedPayments.alerts;
import static kata.flink.patterns.DeclinedPayments.byUser;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kata.datasets.CardAlert;
import kata.datasets.Transaction;
import kata.flink.pipeline.Pipeline;
import kata.pipeline.Connections;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.EventComparator;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Right answers to {@link DeclinedPayments} that are written differently. */
public final class DeclinedPaymentsAlternatives {

  private DeclinedPaymentsAlternatives() {}

  /** Knows no patterns: a function keeps what was declined, in order. */
  public static final class ByHand implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      byUser(env, at).process(new WatchCard()).sinkTo(alerts(at));
    }
  }

  /** Names each of the three declined ones, and says how matches and ties are treated. */
  public static final class SpelledOut implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      SimpleCondition<Transaction> declined = SimpleCondition.of(DeclinedPayments::isDeclined);
      Pattern<Transaction, ?> pattern =
          Pattern.<Transaction>begin("first", AfterMatchSkipStrategy.noSkip())
              .where(declined)
              .followedBy("second")
              .where(declined)
              .followedBy("third")
              .where(declined)
              .followedBy(LARGE)
              .where(SimpleCondition.of(DeclinedPayments::isLarge))
              .within(LIMIT);
      CEP.pattern(byUser(env, at), pattern, new AsTheyCame())
          .select(SpelledOut::alertOf, TypeInformation.of(CardAlert.class))
          .sinkTo(alerts(at));
    }

    private static CardAlert alertOf(Map<String, List<Transaction>> match) {
      List<Transaction> declined =
          List.of(match.get("first").get(0), match.get("second").get(0), match.get("third").get(0));
      return alert(declined, match.get(LARGE).get(0));
    }
  }

  /** Leaves transactions of one moment in the order in which they arrived. */
  private static final class AsTheyCame implements EventComparator<Transaction> {

    private static final long serialVersionUID = 1L;

    @Override
    public int compare(Transaction one, Transaction other) {
      return Comparator.comparing(Transaction::eventTime).compare(one, other);
    }
  }
}
