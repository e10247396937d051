package hengke.kernel.metadata.formula;

import java.util.Collection;
import java.util.Comparator;

/** A formula with some of its words replaced. */
final class Rewriting {
    private Rewriting() {}

    /** What stands between two places, in the words of the system and in those of a person. */
    record Place(int from, int to, String stored, String shown) {}

    static String stored(String source, Collection<Place> places) {
        return replaced(source, places, true);
    }

    static String shown(String source, Collection<Place> places) {
        return replaced(source, places, false);
    }

    private static String replaced(String source, Collection<Place> places, boolean stored) {
        StringBuilder text = new StringBuilder(source);
        places.stream()
                .sorted(Comparator.comparingInt(Place::from).reversed())
                .forEach(place -> text.replace(place.from(), place.to(), stored ? place.stored() : place.shown()));
        return text.toString();
    }
}
