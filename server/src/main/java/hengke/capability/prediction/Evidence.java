package hengke.capability.prediction;

import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All clues as one. */
@Component
final class Evidence {
    private final List<Clues> all;
    private final LiveCatalog catalog;

    Evidence(List<Clues> all, LiveCatalog catalog) {
        this.all = List.copyOf(all);
        this.catalog = catalog;
    }

    /** The objects of which one learns. */
    List<ObjectDefinition> objects() {
        return catalog.current().objects().stream()
                .filter(object -> object.has(Predicted.class))
                .toList();
    }

    /** Everything that may tell how records of an object will end. */
    List<Clue> of(ObjectDefinition object) {
        return all.stream().flatMap(each -> each.of(object).stream()).toList();
    }

    /** The same without what administrators have left out. */
    List<Clue> of(ObjectDefinition object, Set<String> leftOut) {
        return of(object).stream()
                .filter(clue -> !leftOut.contains(clue.name()))
                .toList();
    }

    /**
     * Asks for what is known of these moments.
     *
     * @param wanted the names of the clues that will be looked at; nobody else is asked
     */
    void tell(DSLContext database, ObjectDefinition object, Collection<String> wanted, List<Moment> moments) {
        asked(object, wanted).forEach(each -> each.tell(database, object, moments));
        moments.forEach(moment -> moment.known().keySet().retainAll(wanted));
    }

    /** When records began that are older than their row. */
    Map<Long, Instant> began(DSLContext database, ObjectDefinition object, Collection<Long> records) {
        Map<Long, Instant> began = new HashMap<>();
        all.forEach(each -> began.putAll(each.began(database, object, records)));
        return began;
    }

    private Stream<Clues> asked(ObjectDefinition object, Collection<String> wanted) {
        return all.stream().filter(each -> each.of(object).stream().anyMatch(clue -> wanted.contains(clue.name())));
    }
}
