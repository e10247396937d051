package hengke.web.routing;

import hengke.capability.routing.Routing;
import hengke.capability.routing.Routing.Kind;
import hengke.capability.routing.Routing.Member;
import hengke.capability.routing.Routing.Rule;
import hengke.capability.routing.Routing.Target;
import hengke.capability.routing.Routing.Way;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rules of routing. */
final class RoutingReader {
    static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    static final IntegerType MINUTES = new IntegerType(1, 43_200);
    static final IntegerType REROUTES = new IntegerType(0, 20);
    static final IntegerType WEIGHT = new IntegerType(1, 100);
    static final IntegerType LIMIT = new IntegerType(0, 100_000);

    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final IntegerType VERSION = new IntegerType(0, Long.MAX_VALUE);
    private static final BooleanType FLAG = new BooleanType();

    private RoutingReader() {}

    /** The rules after this body; what it does not mention remains as in the present ones. */
    static Routing read(Body body, Routing present) {
        return new Routing(
                present.object(),
                body.kept("active", FLAG, present.active()),
                number(body.changed("answerWithin", MINUTES, number(present.answerWithin()))),
                number(body.changed("reroutes", REROUTES, number(present.reroutes()))),
                body.mentions("rules") ? rules(body) : present.rules(),
                body.kept("version", VERSION, present.version()));
    }

    private static List<Rule> rules(Body body) {
        List<Rule> rules = new ArrayList<>();
        for (Body each : body.each("rules")) {
            rules.add(new Rule(
                    each.optional("key", NAME).orElseGet(() -> UUID.randomUUID().toString()),
                    each.required("name", NAME).orElse(""),
                    each.kept("active", FLAG, true),
                    each.given("filter").orElse(null),
                    target(each),
                    each.kept("onlyWorkingHours", FLAG, false)));
            each.refuseUnasked();
        }
        return rules;
    }

    private static Target target(Body rule) {
        Optional<Body> said = rule.inside("target");
        if (said.isEmpty()) {
            rule.refuse("target", Message.of("web.required"));
            return new Target(Kind.GROUP, Way.TURN, List.of(), null);
        }
        Body target = said.get();
        Optional<Kind> kind = target.required("kind", NAME).flatMap(Kind::of);
        if (kind.isEmpty()) {
            target.refuse("kind", Message.of("web.required"));
        }
        Optional<String> way = target.optional("way", NAME);
        if (way.isPresent() && way.flatMap(Way::of).isEmpty()) {
            target.refuse("way", Message.of("web.required"));
        }
        List<Member> members = new ArrayList<>();
        for (Body member : target.each("members")) {
            members.add(new Member(
                    member.required("person", ID).orElse(0L),
                    Math.toIntExact(member.optional("weight", WEIGHT).orElse(1L)),
                    number(member.optional("perDay", LIMIT).orElse(null)),
                    number(member.optional("holding", LIMIT).orElse(null))));
            member.refuseUnasked();
        }
        Long pool = target.optional("pool", ID).orElse(null);
        target.refuseUnasked();
        boolean toPool = kind.filter(Kind.POOL::equals).isPresent();
        return new Target(
                kind.orElse(Kind.GROUP),
                way.flatMap(Way::of).orElse(Way.TURN),
                toPool ? List.of() : members,
                toPool ? pool : null);
    }

    private static @Nullable Long number(@Nullable Integer value) {
        return value == null ? null : value.longValue();
    }

    private static @Nullable Integer number(@Nullable Long value) {
        return value == null ? null : Math.toIntExact(value);
    }
}
