package kata.spark.lab;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.ColumnarRule;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.UnaryExecNode;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeExec;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractPartialFunction;
import scala.runtime.BoxedUnit;

/**
 * Keeps Spark from shuffling one partition into one. It knows by itself that a single partition
 * needs no shuffle, but forgets that it has a single one where rows are copied, as for sliding
 * windows; each shuffle is a stage more, with a task of its own, in every micro-batch.
 */
final class OneStage extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    extensions.injectColumnar(
        new AbstractFunction1<>() {
          @Override
          public ColumnarRule apply(SparkSession session) {
            return new WhenAllIsPlanned();
          }
        });
    return BoxedUnit.UNIT;
  }

  /** The one kind of rule that an extension can add to those that come after the shuffles. */
  private static final class WhenAllIsPlanned extends ColumnarRule {

    @Override
    public Rule<SparkPlan> preColumnarTransitions() {
      return new WithoutIdleShuffles();
    }
  }

  private static final class WithoutIdleShuffles extends Rule<SparkPlan> {

    @Override
    public SparkPlan apply(SparkPlan plan) {
      return (SparkPlan)
          plan.transformUp(
              new AbstractPartialFunction<>() {
                @Override
                public boolean isDefinedAt(SparkPlan node) {
                  // To ask the shuffle itself for its partitions would prepare it.
                  return node instanceof ShuffleExchangeExec shuffle
                      && shuffle.outputPartitioning().numPartitions() == 1
                      && isOnePartition(shuffle.child());
                }

                @Override
                public SparkPlan apply(SparkPlan shuffle) {
                  return ((ShuffleExchangeExec) shuffle).child();
                }
              });
    }

    private static boolean isOnePartition(SparkPlan plan) {
      return plan.outputPartitioning().numPartitions() == 1
          || plan instanceof UnaryExecNode unary && isOnePartition(unary.child());
    }
  }
}
