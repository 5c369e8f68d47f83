package kata.spark.lab;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.NotSerializableException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kata.harness.transcript.Transcript;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerBlockUpdated;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LocalBroadcastTest {

  private static final SparkEngine ENGINE = new SparkEngine();
  private static final byte[] SENT = {1, 2};

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static JavaSparkContext context(Dataset<Row> views) {
    return JavaSparkContext.fromSparkContext(views.sparkSession().sparkContext());
  }

  private static List<String> views(Transcript transcript) {
    return transcript.emissions().stream()
        .map(emission -> emission.row().cells().get("views"))
        .toList();
  }

  @Test
  void what_spark_sends_with_a_micro_batch_is_neither_cut_nor_announced() throws Exception {
    List<String> blocks = new CopyOnWriteArrayList<>();
    StreamQuery watched =
        views -> {
          context(views).sc().addSparkListener(new Blocks(blocks));
          return Plays.count(views);
        };

    assertThat(views(ENGINE.play(watched, Plays.STORY))).containsExactly("2");
    assertThat(blocks).noneMatch(block -> block.startsWith("broadcast"));
  }

  @Test
  void a_task_gets_the_very_value_that_was_sent() throws Exception {
    StreamQuery adding =
        views -> {
          Broadcast<byte[]> both = context(views).broadcast(SENT);
          UDF1<Long, Long> plus = count -> both.value() == SENT ? count + both.value().length : 0;
          return Plays.count(views)
              .withColumn("views", udf(plus, DataTypes.LongType).apply(col("views")));
        };

    assertThat(views(ENGINE.play(adding, Plays.STORY))).containsExactly("4");
  }

  @Test
  void what_a_learner_sends_has_to_be_serialisable_as_on_a_cluster() {
    StreamQuery sending =
        views -> {
          context(views).broadcast(new Object());
          return Plays.count(views);
        };

    assertThatThrownBy(() -> ENGINE.play(sending, Plays.STORY))
        .isInstanceOf(NotSerializableException.class);
  }

  private static final class Blocks extends SparkListener {

    private final List<String> names;

    Blocks(List<String> names) {
      this.names = names;
    }

    @Override
    public void onBlockUpdated(SparkListenerBlockUpdated update) {
      names.add(update.blockUpdatedInfo().blockId().name());
    }
  }
}
