package kata.flink.transactions;

import kata.lessons.transactions.CashbackLesson;

/** Runs {@link CashbackLesson} on Flink. Make {@link Cashback} pass it. */
class CashbackTest implements CashbackLesson {

  @Override
  public Class<?> lesson() {
    return Cashback.class;
  }
}
