package kata.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Supplier;
import kata.harness.catalogue.Lesson;
import org.junit.jupiter.api.Test;

class NamedPipelineTest {

  private static final String ID = "pipeline/named/Greeting";
  private static final List<Lesson> LESSONS =
      List.of(
          new Lesson("pipeline", "named", "Greeting", "Greet.", 5),
          new Lesson("pipeline", "named", "NotWritten", "Not yet.", 5));
  private static final String THERE_ARE = " There are:%n  %s".formatted(ID);

  @Test
  void aLessonIsFoundByItsId() throws Exception {
    NamedPipeline<?> found = named(ID);

    assertThat(found.name()).isEqualTo(ID);
    assertThat(((Supplier<?>) found.pipeline()).get()).isEqualTo("hello");
  }

  @Test
  void aClassIsFoundByItsName() throws Exception {
    assertThat(((Supplier<?>) named("kata.pipeline.named.Greeting").pipeline()).get())
        .isEqualTo("hello");
  }

  @Test
  void anUnknownNameListsTheLessonsThatArePresent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("pipeline/named/Greting"))
        .withMessage("There is no pipeline \"pipeline/named/Greting\"." + THERE_ARE);
  }

  @Test
  void aLessonWhoseAnswerIsNotPackagedIsUnknown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("pipeline/named/NotWritten"))
        .withMessage("There is no pipeline \"pipeline/named/NotWritten\"." + THERE_ARE);
  }

  @Test
  void oneNameIsNeeded() {
    String answer = "Name one pipeline, and nothing else, after the jar." + THERE_ARE;

    assertThatIllegalArgumentException().isThrownBy(() -> named()).withMessage(answer);
    assertThatIllegalArgumentException().isThrownBy(() -> named(ID, ID)).withMessage(answer);
  }

  @Test
  void anotherClassIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("java.lang.String"))
        .withMessage("java.lang.String is no java.util.function.Supplier." + THERE_ARE);
  }

  @Test
  void aHiddenConstructorIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("kata.pipeline.named.Greeting$Hidden"))
        .withMessage(
            "kata.pipeline.named.Greeting$Hidden needs a public constructor without parameters.");
  }

  @SuppressWarnings("rawtypes")
  private static NamedPipeline<Supplier> named(String... arguments) throws Exception {
    return NamedPipeline.of(Supplier.class, LESSONS, arguments);
  }
}
