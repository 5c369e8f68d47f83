package kata.datasets.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The visits, or other episodes, that go on at once; their number is fixed. The users are shared
 * out among the places, and those of one place take turns, so that nobody has two episodes at once
 * and everybody rests.
 */
final class OpenEpisodes<T> {

  private final List<User> users = new ArrayList<>();
  private final List<Episode<T>> places = new ArrayList<>();
  private final int[] begunOfPlace;
  private final Episode.Beginning<T> beginning;

  OpenEpisodes(TrafficSettings settings, Random random, Episode.Beginning<T> beginning) {
    this.beginning = beginning;
    for (int number = 1; number <= settings.users(); number++) {
      users.add(User.draw(number, settings.wrongClocks(), random));
    }
    begunOfPlace = new int[settings.openVisits()];
    for (int place = 0; place < begunOfPlace.length; place++) {
      places.add(begin(place));
    }
  }

  /** Returns any episode that goes on; where one is over, the next user of its place begins one. */
  Episode<T> draw(Random random) {
    int place = random.nextInt(places.size());
    if (places.get(place).isOver()) {
      places.set(place, begin(place));
    }
    return places.get(place);
  }

  private Episode<T> begin(int place) {
    int usersOfPlace = (users.size() - place - 1) / begunOfPlace.length + 1;
    int begun = begunOfPlace[place]++;
    User user = users.get(place + begun % usersOfPlace * begunOfPlace.length);
    return beginning.begin(user, begun / usersOfPlace + 1);
  }
}
