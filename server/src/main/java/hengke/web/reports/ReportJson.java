package hengke.web.reports;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.query.Aggregate.Bucket;
import hengke.kernel.query.Aggregate.Dimension;
import hengke.kernel.query.Summary;
import hengke.kernel.report.Figure;
import hengke.kernel.report.Member;
import hengke.kernel.report.ReportTable;
import hengke.kernel.report.ReportTable.Axis;
import hengke.kernel.report.ReportTable.Group;
import hengke.kernel.report.ReportTable.Groups;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An answered report as it goes over the wire. */
@Component
final class ReportJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveOrganisation organisation;

    ReportJson(LiveOrganisation organisation) {
        this.organisation = organisation;
    }

    ObjectNode of(ReportTable table, Language language) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode dimensions = answer.putArray("dimensions");
        table.axes().forEach(axis -> dimensions.add(axis(table.object(), axis, language)));
        ArrayNode measures = answer.putArray("measures");
        table.figures().forEach(figure -> measures.add(figure(figure, language)));
        ArrayNode levels = answer.putArray("levels");
        table.levels().forEach(level -> levels.add(level(level)));
        answer.set("filter", table.filter());
        return answer.put("at", table.at().toString());
    }

    private static ObjectNode axis(ObjectDefinition object, Axis axis, Language language) {
        Dimension dimension = axis.dimension();
        ObjectNode json = JSON.createObjectNode()
                .put("on", axis.onRows() ? "rows" : "columns")
                .put("field", dimension.name())
                .put("label", axis.label(object, language))
                .put("bucket", bucket(dimension.bucket()));
        ArrayNode members = json.putArray("members");
        for (Member member : axis.members()) {
            ObjectNode one = members.addObject();
            one.set(
                    "value",
                    Summary.json(member.key() instanceof Integer number ? (Long) number.longValue() : member.key()));
            one.put("label", member.label());
            one.set("filter", member.filter());
            if (member.others()) {
                one.put("others", true);
            }
        }
        return json;
    }

    private static @Nullable String bucket(Bucket bucket) {
        return switch (bucket) {
            case Bucket.Whole _ -> null;
            case Bucket.Period(Bucket.Unit unit, var _, var _) -> unit.wire();
            case Bucket.Recurring(Bucket.Part part, var _) -> part.wire();
            case Bucket.Level(int digits) -> digits == 2 ? "province" : digits == 4 ? "city" : "district";
            case Bucket.Ranges _ -> "ranges";
            case Bucket.Department _ -> Bucket.Department.WIRE;
        };
    }

    private ObjectNode figure(Figure figure, Language language) {
        ObjectNode json = JSON.createObjectNode()
                .put("name", figure.name())
                .put("label", figure.label().in(language))
                .put("kind", figure.kind().wire())
                .put("show", figure.show().wire());
        json.set("filter", figure.filter());
        return figure.kind() == Figure.Kind.MONEY
                ? json.put("currency", organisation.get().company().currency())
                : json.putNull("currency");
    }

    private static ObjectNode level(Groups level) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode by = json.putArray("by");
        level.by().forEach(by::add);
        ArrayNode cells = json.putArray("cells");
        for (Group group : level.groups()) {
            ObjectNode cell = cells.addObject();
            ArrayNode at = cell.putArray("at");
            group.at().forEach(at::add);
            values(cell.putArray("values"), group.values());
            List<@Nullable Object> before = group.before();
            if (before != null) {
                values(cell.putArray("before"), before);
            }
        }
        return json;
    }

    private static void values(ArrayNode into, List<@Nullable Object> values) {
        values.forEach(value -> into.add(
                Summary.json(value instanceof BigDecimal number && number.signum() == 0 ? BigDecimal.ZERO : value)));
    }
}
