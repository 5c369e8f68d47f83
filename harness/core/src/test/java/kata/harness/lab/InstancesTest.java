package kata.harness.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstancesTest {

  private static final class Remembers {
    private final List<String> seen = new ArrayList<>();
  }

  private static final class Refuses {
    private Refuses() throws IOException {
      throw new IOException("no");
    }
  }

  @Test
  void another_instance_knows_nothing_of_the_first() throws Exception {
    Remembers first = new Remembers();
    first.seen.add("a batch");

    assertThat(Instances.another(first).seen).isEmpty();
  }

  @Test
  void what_a_constructor_throws_is_thrown() {
    assertThatThrownBy(() -> Instances.of(Refuses.class)).isInstanceOf(IOException.class);
  }

  @Test
  void a_class_that_cannot_be_instantiated_is_a_mistake() {
    assertThatThrownBy(() -> Instances.of(Engine.class))
        .isInstanceOf(LearnerMistake.class)
        .hasMessage("Engine cannot be instantiated.");
  }
}
