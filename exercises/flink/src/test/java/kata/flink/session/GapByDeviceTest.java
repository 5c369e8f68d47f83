package kata.flink.session;

import kata.lessons.session.GapByDeviceLesson;

/** Runs {@link GapByDeviceLesson} on Flink. Make {@link GapByDevice} pass it. */
class GapByDeviceTest implements GapByDeviceLesson {

  @Override
  public Class<?> lesson() {
    return GapByDevice.class;
  }
}
