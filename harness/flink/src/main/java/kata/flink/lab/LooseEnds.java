package kata.flink.lab;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.SinkTransformation;

/** Finds streams that a job makes and then drops. */
final class LooseEnds {

  private LooseEnds() {}

  /** Returns a remark for each operator whose result leads to no sink. */
  static List<String> find(StreamExecutionEnvironment env) {
    Set<Transformation<?>> used = new HashSet<>();
    for (Transformation<?> transformation : env.getTransformations()) {
      if (transformation instanceof SinkTransformation) {
        used.addAll(transformation.getTransitivePredecessors());
        used.add(transformation);
      }
    }
    return env.getTransformations().stream()
        .filter(it -> !used.contains(it))
        .map(Transformation::getName)
        .distinct()
        .map(
            name ->
                "Your code makes a stream (%s) and drops it: a call returns a new stream, keep that one."
                    .formatted(name))
        .toList();
  }
}
