package kata.flink.timers;

import kata.lessons.timers.UnfinishedCheckoutLesson;

/** Runs {@link UnfinishedCheckoutLesson} on Flink. Make {@link UnfinishedCheckout} pass it. */
class UnfinishedCheckoutTest implements UnfinishedCheckoutLesson {

  @Override
  public Class<?> lesson() {
    return UnfinishedCheckout.class;
  }
}
