package kata.harness.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import kata.harness.catalogue.Catalogue;
import kata.harness.picture.Gallery;
import kata.harness.verdict.VerdictError;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.launcher.LauncherSession;
import org.opentest4j.TestAbortedException;

/**
 * Hands a {@link Lab} to the tests of a lesson. The engine is started once and shared by all
 * lessons that one JUnit session runs. After "not solved yet" the other scenarios of the lesson are
 * skipped.
 *
 * <p>Where {@link VerdictReport} prints one verdict for each lesson, one test of a lesson fails,
 * and further ones that are red too are aborted: Maven repeats below the verdict what each failure
 * says.
 */
public final class LessonExtension
    implements BeforeAllCallback,
        ParameterResolver,
        ExecutionCondition,
        TestExecutionExceptionHandler,
        AfterTestExecutionCallback {

  /**
   * Configuration parameter: the fully qualified name of the class to play instead of the starter.
   */
  public static final String ANSWER = "kata.answer";

  /**
   * Configuration parameter: the name of the one scenario to play, or {@link #SHORT}. What plays
   * another one is skipped.
   */
  public static final String STORIES = "kata.stories";

  /** A value of {@link #STORIES}: all scenarios but the long ones. */
  public static final String SHORT = "short";

  /**
   * Configuration parameter: {@code true} to play no other scenario than those of {@link #STORIES},
   * not even to tell mistakes apart that give the same result: an answer counts as right in others.
   */
  public static final String ALONE = "kata.alone";

  /** Configuration parameter: how many seconds a play may take. */
  public static final String LIMIT_SECONDS = "kata.limit.seconds";

  private static final int DEFAULT_LIMIT_SECONDS = 30;
  private static final MediaType SVG = MediaType.create("image", "svg+xml");
  private static final String RED = "some test of the lesson was red";
  private static final Namespace NAMESPACE = Namespace.create(LessonExtension.class);

  /** Lets the lessons that a JUnit session runs play on an engine, which is closed with it. */
  public static void playOn(LauncherSession session, Engine engine) {
    session
        .getStore()
        .put(
            org.junit.platform.engine.support.store.Namespace.create(NAMESPACE.getParts()),
            Engine.class,
            engine);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Engine engine =
        context
            .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
            .computeIfAbsent(Engine.class, key -> Engines.find(), Engine.class);
    Duration limit =
        Duration.ofSeconds(
            context
                .getConfigurationParameter(LIMIT_SECONDS, Integer::valueOf)
                .orElse(DEFAULT_LIMIT_SECONDS));
    String answer = context.getConfigurationParameter(ANSWER).orElse("");
    Stories stories =
        context.getConfigurationParameter(STORIES, LessonExtension::stories).orElse(Stories.ALL);
    Gallery gallery = gallery(context);
    context.getStore(NAMESPACE).put(Gallery.class, gallery);
    Lab lab =
        new Lab(
            engine,
            Catalogue.load(),
            token -> answer.isEmpty() ? token : load(answer, token),
            isTrue(ALONE, context) ? stories.alone() : stories,
            new Patience(limit),
            gallery);
    context.getStore(NAMESPACE).put(Lab.class, lab);
    context.getStore(NAMESPACE).put(RED, new AtomicBoolean());
  }

  private static Stories stories(String wish) {
    return wish.equals(SHORT) ? Stories.SHORT : Stories.one(wish);
  }

  private static Gallery gallery(ExtensionContext context) {
    try {
      return Gallery.of(context::getConfigurationParameter);
    } catch (IllegalArgumentException e) {
      throw new LabException(e.getMessage(), e);
    }
  }

  private static Class<?> load(String answer, Class<?> token) {
    try {
      return Class.forName(answer, false, token.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LabException(
          "The class %s, named by %s, is not on the class path.".formatted(answer, ANSWER), e);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Lab.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return lab(context);
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Lab lab = lab(context);
    return lab != null && lab.notSolved()
        ? ConditionEvaluationResult.disabled("not solved yet")
        : ConditionEvaluationResult.enabled("");
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    boolean again = thrown instanceof VerdictError && red(context).getAndSet(true);
    throw again && isTrue(VerdictReport.CONSOLE, context)
        ? new TestAbortedException("red as well", thrown)
        : thrown;
  }

  /** Attaches the pictures of a test to the report of JUnit. */
  @Override
  public void afterTestExecution(ExtensionContext context) {
    Gallery gallery = context.getStore(NAMESPACE).get(Gallery.class, Gallery.class);
    for (Path picture : gallery.takeFresh()) {
      try {
        context.publishFile(
            picture.getFileName().toString(),
            SVG,
            copy -> Files.copy(picture, copy, StandardCopyOption.REPLACE_EXISTING));
      } catch (JUnitException e) {
        // A verdict without an attachment is better than none; the picture itself is there.
        return;
      }
    }
  }

  private static boolean isTrue(String parameter, ExtensionContext context) {
    return context.getConfigurationParameter(parameter).map(Boolean::valueOf).orElse(false);
  }

  private static AtomicBoolean red(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(RED, AtomicBoolean.class);
  }

  private static Lab lab(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(Lab.class, Lab.class);
  }
}
