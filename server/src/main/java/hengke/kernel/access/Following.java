package hengke.kernel.access;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import java.util.List;

/** How far a right on a record reaches to what lives within it: decided for each object that lives within others. */
public enum Following {
    /** Who sees the one sees the other, and who may edit the one may edit the other. */
    EDIT,
    /** Who sees the one sees the other; to change it needs a right of one's own. */
    READ,
    /** Each by rights of its own. What has none belongs to who made it. */
    NOTHING;

    /** To add something to a record is to edit that record. */
    boolean carries(Verb verb) {
        return switch (verb) {
            case CREATE, IMPORT -> true;
            case READ, EXPORT -> this != NOTHING;
            case EDIT, DELETE, TRANSFER -> this == EDIT;
        };
    }

    /** The objects of which this is decided: what opens records to people cannot hide from those who give it. */
    public static List<ObjectDefinition> followers(Catalog catalog) {
        return catalog.objects().stream()
                .filter(object -> !object.parents().isEmpty() && !shares(catalog, object))
                .toList();
    }

    private static boolean shares(Catalog catalog, ObjectDefinition object) {
        return object.parents().stream()
                .flatMap(parent -> catalog.targets(parent).stream())
                .flatMap(target -> catalog.children(target).stream())
                .anyMatch(child -> child.object().name().equals(object.name())
                        && Sharing.in(child).isPresent());
    }
}
