package kata.datasets.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The visits that go on at once; their number is fixed. The users are shared out among the places,
 * and those of one place take turns, so that nobody has two visits at once and everybody rests.
 */
final class OpenVisits {

  private final List<User> users = new ArrayList<>();
  private final Visit[] places;
  private final int[] visitsBegun;

  OpenVisits(TrafficSettings settings, Random random) {
    for (int number = 1; number <= settings.users(); number++) {
      users.add(User.draw(number, settings.wrongClocks(), random));
    }
    places = new Visit[settings.openVisits()];
    visitsBegun = new int[places.length];
  }

  /** Returns any visit that goes on; where one is over, the next user of its place begins one. */
  Visit draw(Random random) {
    int place = random.nextInt(places.length);
    if (places[place] == null || places[place].isOver()) {
      places[place] = begin(place);
    }
    return places[place];
  }

  int size() {
    return places.length;
  }

  private Visit begin(int place) {
    int usersOfPlace = (users.size() - place - 1) / places.length + 1;
    int begun = visitsBegun[place]++;
    User user = users.get(place + begun % usersOfPlace * places.length);
    return new Visit(user, begun / usersOfPlace + 1);
  }
}
