package hengke.web;

import hengke.kernel.access.Audience;
import hengke.kernel.access.Organisation;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Message;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Whom something is for: everybody, or these; in Java an audience, and none for everybody. */
public record AudienceJson(boolean everybody, List<Labelled> people, List<Labelled> departments, List<Labelled> roles) {
    private static final BooleanType FLAG = new BooleanType();
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);

    /** As it is shown. */
    public static AudienceJson of(Organisation now, @Nullable Audience audience) {
        return audience == null
                ? new AudienceJson(true, List.of(), List.of(), List.of())
                : new AudienceJson(
                        false,
                        Labelled.people(now, audience.people()),
                        Labelled.departments(now, audience.departments()),
                        Labelled.roles(now, audience.roles()));
    }

    /** As it was asked for, beside other things; what is for nobody is refused rather than taken for everybody. */
    public static @Nullable Audience read(Body body, Organisation now) {
        boolean everybody = body.optional("everybody", FLAG).orElse(false);
        Audience audience = new Audience(
                ids(body, "people", id -> now.person(id).isPresent()),
                ids(body, "departments", id -> now.department(id).isPresent()),
                ids(body, "roles", id -> now.role(id).isPresent()));
        if (everybody != audience.nobody()) {
            body.refuse(
                    everybody ? "everybody" : "people",
                    Message.of(everybody ? "web.everybodyOrSome" : "web.forNobody"));
        }
        return everybody ? null : audience;
    }

    private static Set<Long> ids(Body body, String key, LongPredicate known) {
        Set<Long> ids = Set.copyOf(body.list(key, ID));
        if (!ids.stream().allMatch(known::test)) {
            body.refuse(key, Message.of("web.unknownChoice"));
        }
        return ids;
    }
}
