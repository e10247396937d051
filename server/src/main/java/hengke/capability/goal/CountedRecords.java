package hengke.capability.goal;

import hengke.capability.owner.Owned;
import hengke.capability.share.Share;
import hengke.capability.share.Shared;
import hengke.kernel.explaining.Account.Records;
import hengke.kernel.metadata.Operator;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The records below a number, as a filter; each looks at them with rights of their own. */
@Component
public final class CountedRecords {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Share share;

    CountedRecords(Share share) {
        this.share = share;
    }

    /** What counted for somebody in a span, object by object. */
    public List<Records> of(Aim aim, Subject subject, Span span) {
        return aim.parts().stream()
                .map(part -> new Records(part.object().name(), filter(part, subject, span)))
                .toList();
    }

    private ObjectNode filter(Aim.Part part, Subject subject, Span span) {
        ObjectNode filter = JSON.createObjectNode();
        ArrayNode all = filter.putArray("and");
        if (part.counted().filter() != null) {
            all.add(part.counted().filter());
        }
        all.addObject()
                .put("field", part.counted().at().name())
                .put("op", Operator.BETWEEN.wire())
                .putArray("value")
                .add(span.from().toString())
                .add(span.until().minusDays(1).toString());
        String path =
                part.counted().through() == null ? "" : part.counted().through().name() + ".";
        ObjectNode owned = whose(path + Owned.OWNER.name(), subject);
        if (part.counted().amount() == null || !part.owned().has(Shared.class)) {
            all.add(owned);
        } else {
            ArrayNode either = all.addObject().putArray("or");
            either.add(owned);
            ObjectNode member = either.addObject().put("exists", path + "shares");
            member.putObject("where")
                    .putArray("and")
                    .add(whose(share.user.name(), subject))
                    .add(JSON.createObjectNode()
                            .put("field", share.split.name())
                            .put("op", Operator.GT.wire())
                            .put("value", 0));
        }
        return filter;
    }

    private static ObjectNode whose(String field, Subject subject) {
        Operator operator = switch (subject.kind()) {
            case PERSON -> Operator.EQ;
            case DEPARTMENT -> Operator.UNDER;
        };
        return JSON.createObjectNode()
                .put("field", field)
                .put("op", operator.wire())
                .put("value", subject.id());
    }
}
