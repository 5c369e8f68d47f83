package kata.spark.lab;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.window;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OneStageTest {

  private static final SparkEngine ENGINE = new SparkEngine();

  /** How many stages the job of each micro-batch had. */
  private final List<Integer> stages = new CopyOnWriteArrayList<>();

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private List<String> play(StreamQuery query) throws Exception {
    StreamQuery watched =
        views -> {
          views.sparkSession().sparkContext().addSparkListener(new Jobs());
          return query.build(views);
        };
    return ENGINE.play(watched, Plays.STORY).emissions().stream()
        .map(emission -> emission.row().cells().get("views"))
        .toList();
  }

  private static Dataset<Row> sliding(Dataset<Row> views) {
    return views
        .groupBy(window(col("event_time"), "5 minutes", "150 seconds"))
        .count()
        .selectExpr("window.start AS window_start", "window.end AS window_end", "count AS views");
  }

  @Test
  void sliding_windows_need_no_shuffle() throws Exception {
    List<String> views = play(OneStageTest::sliding);

    assertThat(views).containsExactlyInAnyOrder("2", "2");
    assertThat(stages).isNotEmpty().allMatch(count -> count == 1);
  }

  @Test
  void what_comes_from_two_partitions_is_brought_together() throws Exception {
    List<String> views = play(all -> Plays.count(all.union(all)));

    assertThat(views).containsExactly("4");
    assertThat(stages).isNotEmpty().allMatch(count -> count == 2);
  }

  private final class Jobs extends SparkListener {

    @Override
    public void onJobStart(SparkListenerJobStart job) {
      stages.add(job.stageInfos().size());
    }
  }
}
