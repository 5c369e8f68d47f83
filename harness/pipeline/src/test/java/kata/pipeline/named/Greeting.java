package kata.pipeline.named;

import java.util.function.Supplier;

/** An answer that the lesson pipeline/named/Greeting would have. */
public final class Greeting implements Supplier<String> {

  @Override
  public String get() {
    return "hello";
  }

  /** An answer that cannot be made from outside. */
  static final class Hidden implements Supplier<String> {

    private Hidden() {}

    @Override
    public String get() {
      return "nothing";
    }
  }
}
