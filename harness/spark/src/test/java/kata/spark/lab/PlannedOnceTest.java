package kata.spark.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerInterface;
import org.apache.spark.sql.execution.streaming.StreamingQueryListenerBus;
import org.apache.spark.sql.execution.ui.SQLAppStatusListener;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import org.apache.spark.status.AppStatusListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Spark does for a user interface only, the lab does without. */
class PlannedOnceTest {

  private final SparkEngine engine = new SparkEngine();

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void a_micro_batch_is_described_without_being_planned_again() throws Exception {
    List<String> descriptions = new CopyOnWriteArrayList<>();
    StreamQuery query =
        views -> {
          views.sparkSession().sparkContext().addSparkListener(new Descriptions(descriptions));
          return Plays.count(views);
        };

    engine.play(query, Plays.STORY);

    assertThat(descriptions)
        .hasSizeGreaterThan(2)
        .allMatch(it -> it.contains("LocalTableScan <empty>"))
        .noneMatch(it -> it.contains("StateStore"));
  }

  @Test
  void events_of_spark_go_through_no_listener_of_an_interface_or_of_a_former_play()
      throws Exception {
    List<SparkListenerInterface> listeners = new CopyOnWriteArrayList<>();
    StreamQuery query =
        views -> {
          SparkContext context = views.sparkSession().sparkContext();
          listeners.addAll(context.listenerBus().listeners());
          return Plays.count(views);
        };

    engine.play(query, Plays.STORY);
    engine.play(query, Plays.STORY);

    assertThat(listeners)
        .isNotEmpty()
        .noneMatch(AppStatusListener.class::isInstance)
        .noneMatch(SQLAppStatusListener.class::isInstance)
        .noneMatch(StreamingQueryListenerBus.class::isInstance);
  }

  private static final class Descriptions extends SparkListener {

    private final List<String> all;

    Descriptions(List<String> all) {
      this.all = all;
    }

    @Override
    public void onOtherEvent(SparkListenerEvent event) {
      if (event instanceof SparkListenerSQLExecutionStart start) {
        all.add(start.physicalPlanDescription());
      }
    }
  }
}
