package kata.checks;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kata.harness.catalogue.Lesson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the seams of the design, in the compiled classes of all modules. */
class ArchitectureTest {

  private static final Workbook WORKBOOK = Workbook.ofThisBuild();
  private static final boolean STRICT = Boolean.getBoolean("kata.strict");

  private static final DescribedPredicate<JavaClass> MAY_PRINT =
      DescribedPredicate.describe(
          "may print",
          it ->
              Set.of(
                      "ClusterProcessTest",
                      "EndsWithParentTest",
                      "Main",
                      "PipelineBench",
                      "ServicesBench",
                      "StartersTest",
                      "ThisRun",
                      "VerdictReport",
                      "WarmLessons",
                      "OutputLimit",
                      "ParentJvm",
                      "OutputLimitTest",
                      "Producer",
                      "SilenceTest")
                  .contains(outermost(it)));

  private static String outermost(JavaClass nested) {
    return nested
        .getEnclosingClass()
        .map(ArchitectureTest::outermost)
        .orElse(nested.getSimpleName());
  }

  @Test
  void everyModuleIsLookedAt() {
    assertThat(WORKBOOK.files("", "/pom.xml"))
        .allSatisfy(
            pom ->
                assertThat(Module.isKnown(pom.replace("/pom.xml", "")))
                    .as("%s is not in kata.checks.Module, so that no rule looks at it", pom)
                    .isTrue());
  }

  @ParameterizedTest
  @EnumSource
  void noRulePassesForWantOfClasses(Module module) {
    assertThat(module.classes(WORKBOOK).size())
        .as("compiled classes in %s; build all modules: mvn verify", module.folder())
        .isGreaterThanOrEqualTo(module.leastClasses());
  }

  @ParameterizedTest
  @EnumSource
  void aModuleKnowsNoEngineButItsOwn(Module module) {
    for (String engine : List.of("flink", "spark")) {
      if (!engine.equals(module.engine())) {
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache." + engine + "..", "kata." + engine + "..")
            .as("No class of " + module.folder() + " should know " + engine)
            .check(module.classes(WORKBOOK));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void packagesHaveNoCycles(Module module) {
    slices()
        .matching("kata.(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(module.hasStarters() || module.hasOnlyTests())
        .check(module.mainClasses(WORKBOOK));
  }

  @ParameterizedTest
  @EnumSource
  void onlyFewClassesPrint(Module module) {
    noClasses()
        .that(resideInAPackage("kata..").and(DescribedPredicate.not(MAY_PRINT)))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethodWhere(target(name("printStackTrace")))
        .allowEmptyShould(true)
        .check(checked(module));
  }

  @ParameterizedTest
  @CsvSource({
    "EXERCISES_FLINK, SOLUTIONS_FLINK",
    "EXERCISES_FLINK_SQL, SOLUTIONS_FLINK_SQL",
    "EXERCISES_KAFKA, SOLUTIONS_KAFKA",
    "EXERCISES_SPARK, SOLUTIONS_SPARK",
    "EXERCISES_SPARK_PIPELINE, SOLUTIONS_SPARK_PIPELINE"
  })
  void exercisesNeverSeeSolutions(Module exercises, Module solutions) {
    JavaClasses seeing = checked(exercises);
    Set<String> answers = names(solutions.classes(WORKBOOK));
    Set<String> lessons =
        exercises.lessons().stream().map(Lesson::className).collect(toCollection(TreeSet::new));
    answers.removeAll(lessons);
    assertThat(names(seeing))
        .as("classes of %s that have the name of an answer in %s", exercises, solutions)
        .doesNotContainAnyElementsOf(answers);
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are answers in " + solutions.folder(), it -> answers.contains(it.getName())))
        .check(seeing);
  }

  /** A learner may write at will, unless the starters have to be untouched. */
  private static JavaClasses checked(Module module) {
    return STRICT ? module.classes(WORKBOOK) : module.classesButStarters(WORKBOOK);
  }

  /** A learner's nested classes may have the names of those of the reference. */
  private static Set<String> names(JavaClasses classes) {
    return classes.stream()
        .filter(JavaClass::isTopLevelClass)
        .map(JavaClass::getName)
        .collect(toCollection(TreeSet::new));
  }
}
