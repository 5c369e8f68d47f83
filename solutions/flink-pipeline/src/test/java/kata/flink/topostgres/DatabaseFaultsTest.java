package kata.flink.topostgres;

import static kata.flink.topostgres.PageViewTable.CHECKPOINT_INTERVAL;
import static kata.flink.topostgres.PageViewTable.aMinuteBehind;
import static kata.flink.topostgres.PageViewTable.counts;
import static kata.flink.topostgres.PageViewTable.topic;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import kata.datasets.Message;
import kata.datasets.PageCount;
import kata.datasets.Scenario;
import kata.datasets.scenarios.ToPostgresScenarios;
import kata.flink.pipeline.Pipeline;
import kata.flink.pipeline.PipelineEngine;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Proves that the database does fail in the stories that say so: who does not care loses rows. */
class DatabaseFaultsTest {

  private static final PipelineEngine LAB = new PipelineEngine();

  private static final Pipeline CARELESS =
      (env, at) -> {
        env.enableCheckpointing(CHECKPOINT_INTERVAL);
        counts(env.fromSource(topic(at, OffsetsInitializer.earliest()), aMinuteBehind(), "clicks"))
            .sinkTo(context -> new Careless(new UpdateOrInsert(at)));
      };

  @AfterAll
  static void stopTheEngine() {
    LAB.close();
  }

  @Test
  void without_a_fault_the_careless_sink_writes_all_rows() throws Exception {
    assertThat(rows(ToPostgresScenarios.EARLIER)).isEqualTo(6);
  }

  @Test
  void a_row_is_refused() throws Exception {
    assertThat(rows(ToPostgresScenarios.REFUSED)).isZero();
  }

  @Test
  void connections_are_closed() throws Exception {
    assertThat(rows(ToPostgresScenarios.DATABASE_CUT)).isZero();
  }

  private static int rows(Scenario<Message> story) throws Exception {
    return LAB.play(CARELESS, story).emissions().size();
  }

  /** Writes what it can, and tells nobody what it cannot. */
  private record Careless(UpdateOrInsert rows) implements SinkWriter<PageCount> {

    @Override
    public void write(PageCount row, Context context) {
      rows.write(row, context);
    }

    @Override
    public void flush(boolean endOfInput) {
      try {
        rows.flush(endOfInput);
      } catch (IOException e) {
        // Its transaction stays broken, and so no row is written any more.
      }
    }

    @Override
    public void close() throws SQLException {
      rows.close();
    }
  }
}
