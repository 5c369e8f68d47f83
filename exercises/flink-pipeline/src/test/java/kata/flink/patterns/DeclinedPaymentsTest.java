package kata.flink.patterns;

import kata.lessons.patterns.DeclinedPaymentsLesson;

/** Runs {@link DeclinedPaymentsLesson} on Flink. Make {@link DeclinedPayments} pass it. */
class DeclinedPaymentsTest implements DeclinedPaymentsLesson {

  @Override
  public Class<?> lesson() {
    return DeclinedPayments.class;
  }
}
