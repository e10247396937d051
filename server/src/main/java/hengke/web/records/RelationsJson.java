package hengke.web.records;

import hengke.capability.relation.Connects;
import hengke.capability.relation.Network;
import hengke.capability.relation.Surroundings;
import hengke.capability.relation.Tie;
import hengke.capability.relation.Tree;
import hengke.capability.relation.Way;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Relation;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.problem.Language;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records and the ties between them as they go over the wire. */
@Component
final class RelationsJson {
    private final Reading reading;
    private final Labels labels;
    private final LiveOrganisation organisation;

    RelationsJson(Reading reading, Labels labels, LiveOrganisation organisation) {
        this.reading = reading;
        this.labels = labels;
        this.organisation = organisation;
    }

    ObjectNode of(Actor actor, Language language, Network network, Surroundings all) {
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        var nodes = answer.putArray("nodes");
        all.distances()
                .forEach((link, distance) -> nodes.add(
                        node(actor, language, network, link, all.rows().get(link))
                                .put("distance", distance)));
        var edges = answer.putArray("edges");
        all.knots().forEach(knot -> edges.add(edge(language, knot)));
        return answer.put("more", all.more());
    }

    ObjectNode of(Actor actor, Language language, Network network, Way way) {
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.put("found", !way.stops().isEmpty()).put("complete", way.complete());
        answer.set("owner", person(way.owner()));
        var nodes = answer.putArray("nodes");
        way.stops()
                .forEach(stop -> nodes.add(
                        node(actor, language, network, stop, way.rows().get(stop))));
        var edges = answer.putArray("edges");
        way.knots().forEach(knot -> edges.add(edge(language, knot)));
        return answer;
    }

    private ObjectNode node(Actor actor, Language language, Network network, Link link, @Nullable Row row) {
        ObjectDefinition object = reading.catalog().object(link.object());
        ObjectNode node = JsonMapper.shared()
                .createObjectNode()
                .put("key", key(link))
                .put("object", link.object())
                .put("id", link.id());
        Row known = row == null ? Row.EMPTY : row;
        node.put("label", row == null ? null : labels.title(actor, object, row));
        node.put(
                "detail",
                network.subtitle(object)
                        .map(field -> words(language, field, known))
                        .orElse(null));
        node.set("owner", person(row == null ? null : network.owner(link, row)));
        return node;
    }

    private ObjectNode edge(Language language, Tie.Knot knot) {
        ObjectNode edge = JsonMapper.shared()
                .createObjectNode()
                .put("key", knot.tie().wire() + ":" + knot.row().id())
                .put("kind", knot.tie().wire())
                .put("from", key(knot.from()))
                .put("to", key(knot.to()));
        return switch (knot.tie()) {
            case Tie.Connection connection -> connected(language, edge, connection, knot.row());
            case Tie.Pointer pointer -> pointing(language, edge, pointer, knot.row());
        };
    }

    private ObjectNode connected(Language language, ObjectNode edge, Tie.Connection tie, Row row) {
        Connects connects = tie.connects();
        String kind = words(language, told(tie, connects.kind()), row);
        Field<?> other = connects.inverse() == null ? null : told(tie, connects.inverse());
        LocalDate since = row.get(connects.since());
        LocalDate until = row.get(connects.until());
        edge.put("label", tie.object().label().in(language))
                .put("name", kind == null ? tie.object().label().in(language) : kind)
                .put("inverse", other == null ? null : words(language, other, row))
                .put("note", words(language, told(tie, tie.object().title()), row))
                .put("since", since == null ? null : since.toString())
                .put("until", until == null ? null : until.toString());
        edge.putObject("record").put("object", tie.object().name()).put("id", row.id());
        return edge;
    }

    /** What lives within another is told by the name of their relation, what stands under it by its kind. */
    private ObjectNode pointing(Language language, ObjectNode edge, Tie.Pointer tie, Row row) {
        Relation within = tie.far().traits().parent();
        Tree tree = Tree.of(tie.object()).orElse(null);
        Label below =
                within != null ? within.label() : tree == null ? tie.object().label() : tree.below();
        String kind = within != null || tree == null || tree.kind() == null
                ? null
                : words(language, told(tie, tree.kind()), row);
        String above = tie.far().label().in(language);
        return edge.put("label", above + " / " + below.in(language))
                .put("name", above)
                .put("inverse", kind == null ? below.in(language) : kind)
                .putNull("note")
                .putNull("since")
                .putNull("until")
                .putNull("record");
    }

    /** The field as the company has it, if it may be read. */
    private static @Nullable Field<?> told(Tie tie, Field<?> field) {
        return tie.told().stream()
                .filter(each -> each.name().equals(field.name()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String words(Language language, @Nullable Field<?> field, Row row) {
        Object value = field == null ? null : row.get(field);
        if (field == null || value == null) {
            return null;
        }
        return field.type() instanceof ChoiceType choice
                ? choice.options().stream()
                        .filter(option -> option.value().equals(value))
                        .findFirst()
                        .map(Option::label)
                        .map(label -> label.in(language))
                        .orElse(value.toString())
                : value.toString();
    }

    private @Nullable ObjectNode person(@Nullable Long id) {
        return id == null
                ? null
                : JsonMapper.shared()
                        .createObjectNode()
                        .put("id", id)
                        .put(
                                "label",
                                organisation.get().person(id).map(Person::name).orElse(null));
    }

    private static String key(Link link) {
        return link.object() + ":" + link.id();
    }
}
