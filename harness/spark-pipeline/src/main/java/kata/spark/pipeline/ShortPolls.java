package kata.spark.pipeline;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.catalyst.streaming.StreamingRelationV2;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import scala.Function1;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractPartialFunction;
import scala.runtime.BoxedUnit;

/**
 * Lets streams from Kafka ask for records without patience, unless their options say how long to
 * wait.
 *
 * <p>Having read what there is, a consumer asks for more at once, and Spark then asks over the same
 * connection where the partition ends. A broker answers in order, so that each task would last
 * until the broker gives up waiting for more: half a second by default.
 *
 * @see <a
 *     href="https://kafka.apache.org/documentation/#consumerconfigs_fetch.max.wait.ms">fetch.max.wait.ms</a>
 */
public final class ShortPolls extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {

  private static final String SOURCE = "kafka";
  private static final String OPTION = "kafka.fetch.max.wait.ms";
  private static final String MILLIS = "1";

  /** Called by Spark, which finds the name in the setting {@code spark.sql.extensions}. */
  public ShortPolls() {}

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    extensions.injectResolutionRule(
        new AbstractFunction1<SparkSession, Rule<LogicalPlan>>() {
          @Override
          public Rule<LogicalPlan> apply(SparkSession session) {
            return new OfSources();
          }
        });
    return BoxedUnit.UNIT;
  }

  private static final class OfSources extends Rule<LogicalPlan> {

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
      return plan.resolveOperators(new OfSource());
    }
  }

  private static final class OfSource extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isDefinedAt(LogicalPlan part) {
      return part instanceof StreamingRelationV2 stream
          && stream.sourceName().equals(SOURCE)
          && !stream.extraOptions().containsKey(OPTION);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A extends LogicalPlan, B> B applyOrElse(A part, Function1<A, B> otherwise) {
      return isDefinedAt(part)
          ? (B) impatient((StreamingRelationV2) (LogicalPlan) part)
          : otherwise.apply(part);
    }

    private static LogicalPlan impatient(StreamingRelationV2 stream) {
      Map<String, String> options = new HashMap<>(stream.extraOptions().asCaseSensitiveMap());
      options.put(OPTION, MILLIS);
      return new StreamingRelationV2(
          stream.source(),
          stream.sourceName(),
          stream.table(),
          new CaseInsensitiveStringMap(options),
          stream.output(),
          stream.catalog(),
          stream.identifier(),
          stream.v1Relation());
    }
  }
}
