package hengke.web.approvals;

import hengke.capability.approval.Template;
import hengke.capability.approval.flow.Approvers;
import hengke.capability.approval.flow.Node;
import hengke.capability.flow.Way;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.PeopleGroup;
import hengke.kernel.access.Person;
import hengke.kernel.access.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes templates as {@link FlowReader} reads them, people and roles with what they are called. */
final class FlowJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Organisation now;

    FlowJson(Organisation now) {
        this.now = now;
    }

    ObjectNode of(Template template) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", template.id())
                .put("object", template.object())
                .put("name", template.name())
                .put("active", template.active())
                .put("position", template.position())
                .put("edition", template.edition())
                .put("version", template.version());
        json.set("when", template.way().when());
        json.put("repeats", ApprovalJson.wire(template.way().flow().repeats()))
                .put("withdrawable", ApprovalJson.wire(template.way().flow().withdrawable()))
                .put("revocable", ApprovalJson.wire(template.way().flow().revocable()))
                .put("seal", template.way().flow().seal());
        json.set("nodes", nodes(template.way().flow().nodes()));
        return json;
    }

    private ArrayNode nodes(List<Node> nodes) {
        ArrayNode list = JSON.createArrayNode();
        nodes.forEach(node -> list.add(node(node)));
        return list;
    }

    private ObjectNode node(Node node) {
        ObjectNode json = JSON.createObjectNode().put("id", node.id()).put("name", node.name());
        switch (node) {
            case Node.Ask ask -> ask(json.put("kind", "ask"), ask);
            case Node.Copy copy -> json.put("kind", "copy").set("approvers", approvers(copy.approvers()));
            case Node.Wait wait ->
                json.put("kind", "wait").put("many", wait.many()).put("unit", ApprovalJson.wire(wait.unit()));
            case Node.Choice choice -> json.put("kind", "choice").set("ways", ways(choice.ways()));
            case Node.Together together -> json.put("kind", "together").set("ways", ways(together.ways()));
        }
        return json;
    }

    private ArrayNode ways(List<Way<Node>> ways) {
        ArrayNode list = JSON.createArrayNode();
        for (Way<Node> way : ways) {
            ObjectNode json = list.addObject().put("id", way.id()).put("name", way.name());
            json.set("condition", way.condition());
            json.set("nodes", nodes(way.nodes()));
        }
        return list;
    }

    private void ask(ObjectNode json, Node.Ask ask) {
        json.set("approvers", approvers(ask.approvers()));
        json.put("mode", ApprovalJson.wire(ask.mode()))
                .put("ratio", ask.ratio())
                .put("empty", ApprovalJson.wire(ask.empty()))
                .put("self", ApprovalJson.wire(ask.self()))
                .put("backTo", ask.backTo());
        json.set("emptyPerson", person(ask.emptyPerson()));
        Node.Late late = ask.late();
        json.set(
                "late",
                late == null
                        ? null
                        : JSON.createObjectNode()
                                .put("hours", late.hours())
                                .put("action", ApprovalJson.wire(late.action())));
        ask.shows().forEach(json.putArray("shows")::add);
        ask.edits().forEach(json.putArray("edits")::add);
        ask.hides().forEach(json.putArray("hides")::add);
    }

    private ObjectNode approvers(Approvers approvers) {
        ObjectNode json = JSON.createObjectNode();
        switch (approvers) {
            case Approvers.People(List<Long> people) ->
                json.put("kind", "people").set("people", people(people));
            case Approvers.Role(long role, boolean near) ->
                json.put("kind", "role").put("near", near).set("role", role(role));
            case Approvers.InGroup(long group, boolean near) ->
                json.put("kind", "group").put("near", near).set("group", group(group));
            case Approvers.Superior(int level) -> json.put("kind", "superior").put("level", level);
            case Approvers.Superiors(int levels, Long until) ->
                json.put("kind", "superiors").put("levels", levels).set("until", until == null ? null : role(until));
            case Approvers.Head(int level) -> json.put("kind", "head").put("level", level);
            case Approvers.Starter _ -> json.put("kind", "starter");
            case Approvers.Chosen(List<Long> among, boolean several) ->
                json.put("kind", "chosen").put("several", several).set("among", people(among));
            case Approvers.Next(List<Long> among, boolean several) ->
                json.put("kind", "next").put("several", several).set("among", people(among));
            case Approvers.Named(String field, int level) ->
                json.put("kind", "named").put("field", field).put("level", level);
        }
        return json;
    }

    private ArrayNode people(List<Long> people) {
        ArrayNode list = JSON.createArrayNode();
        people.forEach(id -> list.add(person(id)));
        return list;
    }

    private @Nullable ObjectNode person(@Nullable Long id) {
        return id == null ? null : labelled(id, now.person(id).map(Person::name));
    }

    private ObjectNode role(long id) {
        return labelled(id, now.role(id).map(Role::name));
    }

    private ObjectNode group(long id) {
        return labelled(id, now.group(id).map(PeopleGroup::name));
    }

    private static ObjectNode labelled(long id, Optional<String> name) {
        return JSON.createObjectNode().put("id", id).put("label", name.orElse("#" + id));
    }
}
