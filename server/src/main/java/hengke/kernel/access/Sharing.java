package hengke.kernel.access;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.query.Criterion;
import java.util.List;
import java.util.Optional;

/**
 * Child records that share their parent with people: they live within whatever has the capability {@code shared}, and
 * have a {@code user} and a {@code right} that is {@code read} or {@code edit}.
 */
record Sharing(Catalog.Child child, Field<?> user, Field<?> right) {
    private static final String SHAREABLE = "shared";

    static Optional<Sharing> in(Catalog.Child child) {
        boolean shares =
                child.reference().type() instanceof LinkType(String capability) && capability.equals(SHAREABLE);
        if (!shares || !child.within()) {
            return Optional.empty();
        }
        return child.object()
                .field("user")
                .filter(user -> user.type() instanceof IdType(IdType.User _))
                .flatMap(user -> child.object().field("right").map(right -> new Sharing(child, user, right)));
    }

    /** The record is shared with this person for the verb; whoever may edit may also read. */
    Criterion with(long person, Verb verb) {
        List<String> enough = verb == Verb.READ ? List.of("read", "edit") : List.of("edit");
        return new Criterion.Exists(child, Criterion.all(Criterion.is(user, person), Criterion.in(right, enough)));
    }
}
