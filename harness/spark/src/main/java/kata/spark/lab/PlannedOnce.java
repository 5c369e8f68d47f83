package kata.spark.lab;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.streaming.sources.WriteToMicroBatchDataSourceV1;
import scala.collection.JavaConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Keeps Spark from planning each micro-batch twice. When it has planned one and begins to execute
 * it, it plans it again, only to describe the plan to a user interface, which the lab does not
 * have; what is described then is an empty table.
 */
final class PlannedOnce extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    extensions.injectPlanNormalizationRule(
        new AbstractFunction1<>() {
          @Override
          public Rule<LogicalPlan> apply(SparkSession session) {
            return new EmptyDescription(session);
          }
        });
    return BoxedUnit.UNIT;
  }

  private static final class EmptyDescription extends Rule<LogicalPlan> {

    private final SparkSession session;

    EmptyDescription(SparkSession session) {
      this.session = session;
    }

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
      return plan instanceof WriteToMicroBatchDataSourceV1 && isBeingExecuted()
          ? new LocalRelation(plan.output(), JavaConverters.asScalaBuffer(List.of()), false)
          : plan;
    }

    private boolean isBeingExecuted() {
      return session.sparkContext().getLocalProperty(SQLExecution.EXECUTION_ID_KEY()) != null;
    }
  }
}
