package kata.checks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;

/** A module with Java in it, and what the architecture grants it. */
enum Module {
  DATASETS("datasets", "", 110),
  CORE("harness/core", "", 180),
  HARNESS_FLINK("harness/flink", "flink", 40),
  HARNESS_FLINK_SQL("harness/flink-sql", "flink", 5),
  HARNESS_SPARK("harness/spark", "spark", 14),
  HARNESS_EMBEDDED("harness/embedded", "", 6),
  HARNESS_SERVICES("harness/services", "", 20),
  HARNESS_PIPELINE("harness/pipeline", "", 8),
  HARNESS_FLINK_PIPELINE("harness/flink-pipeline", "flink", 15),
  HARNESS_SPARK_PIPELINE("harness/spark-pipeline", "spark", 12),
  HARNESS_CLUSTER("harness/cluster", "", 6),
  HARNESS_FLINK_CLUSTER("harness/flink-cluster", "flink", 4),
  HARNESS_SPARK_CLUSTER("harness/spark-cluster", "spark", 3),
  HARNESS_KAFKA("harness/kafka", "", 25),
  EXERCISES_SHARED("exercises/shared", "", 16),
  EXERCISES_FLINK("exercises/flink", "flink", 13),
  EXERCISES_FLINK_SQL("exercises/flink-sql", "flink", 11),
  EXERCISES_FLINK_PIPELINE("exercises/flink-pipeline", "flink", 3),
  EXERCISES_KAFKA("exercises/kafka", "kafka", 4),
  EXERCISES_SPARK("exercises/spark", "spark", 5),
  EXERCISES_SPARK_PIPELINE("exercises/spark-pipeline", "spark", 3),
  SOLUTIONS_FLINK("solutions/flink", "flink", 200),
  SOLUTIONS_FLINK_SQL("solutions/flink-sql", "flink", 50),
  SOLUTIONS_FLINK_PIPELINE("solutions/flink-pipeline", "flink", 20),
  SOLUTIONS_KAFKA("solutions/kafka", "kafka", 60),
  SOLUTIONS_SPARK("solutions/spark", "spark", 32),
  PRODUCER("harness/producer", "", 18),
  SOLUTIONS_SPARK_PIPELINE("solutions/spark-pipeline", "spark", 15),
  CHECKS("harness/checks", "", 15);

  private final String folder;
  private final String engine;
  private final int leastClasses;

  Module(String folder, String engine, int leastClasses) {
    this.folder = folder;
    this.engine = engine;
    this.leastClasses = leastClasses;
  }

  /** Returns the module that has a {@code pom.xml} in this folder, seen from the root. */
  static boolean isKnown(String folder) {
    return Arrays.stream(values()).anyMatch(module -> module.folder.equals(folder));
  }

  String folder() {
    return folder;
  }

  /** Returns the engine that the module may know: {@code flink}, {@code spark} or nothing. */
  String engine() {
    return engine;
  }

  /** Returns how many classes there are at least, so that no rule passes because it sees none. */
  int leastClasses() {
    return leastClasses;
  }

  /** Returns whether the main classes are starters, which are the learner's. */
  boolean hasStarters() {
    return folder.startsWith("exercises/") && !engine.isEmpty();
  }

  /** Returns whether the module has tests and nothing else. */
  boolean hasOnlyTests() {
    return this == HARNESS_FLINK_CLUSTER || this == HARNESS_SPARK_CLUSTER;
  }

  /** Returns the lessons whose starters or answers the module holds. */
  List<Lesson> lessons() {
    return Catalogue.load().of(folder.substring(folder.indexOf('/') + 1));
  }

  /** Reads the compiled classes, main and test. */
  JavaClasses classes(Workbook workbook) {
    return read(workbook, "classes", "test-classes");
  }

  /** Reads the compiled classes without those that are the learner's. */
  JavaClasses classesButStarters(Workbook workbook) {
    return hasStarters() ? read(workbook, "test-classes") : classes(workbook);
  }

  /** Reads the compiled main classes; none where they are the learner's. */
  JavaClasses mainClasses(Workbook workbook) {
    return hasStarters() ? read(workbook) : read(workbook, "classes");
  }

  private JavaClasses read(Workbook workbook, String... folders) {
    Path target = workbook.root().resolve(folder).resolve("target");
    return new ClassFileImporter()
        .importPaths(Arrays.stream(folders).map(target::resolve).toList());
  }
}
