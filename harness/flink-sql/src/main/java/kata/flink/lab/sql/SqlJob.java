package kata.flink.lab.sql;

import java.util.Map;
import kata.datasets.ClickEvent;
import kata.datasets.Reading;
import kata.datasets.TimedEvent;
import kata.flink.lab.PacedJob;
import kata.harness.lab.LabException;
import kata.harness.lab.LearnerMistake;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/**
 * A query as a job: the events become a table, and the changes of the query's result become a
 * stream. A query may join or unite, so that it is paced.
 *
 * @see <a
 *     href="https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/dev/table/data_stream_api/">DataStream
 *     API integration</a>
 */
record SqlJob(SqlQuery query) implements PacedJob<TimedEvent, Row> {

  private static final Map<Class<?>, String> TABLES =
      Map.of(ClickEvent.class, "clicks", Reading.class, "readings");

  @Override
  public DataStream<Row> build(DataStream<TimedEvent> events) {
    String sql = query.sql();
    if (sql == null || sql.isBlank()) {
      throw new LearnerMistake(
          "Your code returned no SQL.", "Return the text of one SELECT over the table.");
    }
    StreamTableEnvironment tables = StreamTableEnvironment.create(events.getExecutionEnvironment());
    tables.getConfig().set("table.local-time-zone", "UTC");
    // For a handful of rows it takes longer to plan for a local stage than to do without.
    tables.getConfig().set("table.optimizer.agg-phase-strategy", "ONE_PHASE");
    Class<?> event = events.getType().getTypeClass();
    String name = TABLES.get(event);
    if (name == null) {
      throw new LabException(
          "The lab has no table for %s. Add its name to SqlJob.".formatted(event.getName()));
    }
    EventColumns<TimedEvent> columns = new EventColumns<>(event);
    tables.createTemporaryView(
        name, events.map(columns).returns(columns.rowType()).name(name), columns.schema());
    try {
      Table result = tables.sqlQuery(withoutSemicolon(sql));
      return tables.toChangelogStream(result);
    } catch (RuntimeException e) {
      throw SqlErrors.mistake(e, sql, name, columns.names());
    }
  }

  private static String withoutSemicolon(String sql) {
    return sql.stripTrailing().replaceFirst(";$", "");
  }
}
