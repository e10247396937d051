package hengke.capability.approval;

import hengke.kernel.metadata.ObjectDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The objects of which more is known than that their records can be approved. */
@Component
final class Approvables {
    private final Map<String, Approvable> known = new HashMap<>();

    Approvables(List<Approvable> all) {
        all.forEach(each -> known.put(each.name(), each));
    }

    Optional<Approvable> of(ObjectDefinition object) {
        return Optional.ofNullable(known.get(object.name()));
    }
}
