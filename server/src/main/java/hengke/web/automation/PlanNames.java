package hengke.web.automation;

import hengke.automation.Automation;
import hengke.automation.Step;
import hengke.automation.Value;
import hengke.capability.flow.Branching;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Department;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.access.Role;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdType;
import hengke.web.records.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the people, roles and records that a plan speaks of are called. */
@Component
final class PlanNames {
    private final LiveOrganisation organisation;
    private final LiveCatalog catalog;
    private final Reading reading;

    PlanNames(LiveOrganisation organisation, LiveCatalog catalog, Reading reading) {
        this.organisation = organisation;
        this.catalog = catalog;
        this.reading = reading;
    }

    String person(long id) {
        return organisation.get().person(id).map(Person::name).orElse("#" + id);
    }

    /** People and roles by their ids, and what fields are set to by step and field. */
    ObjectNode of(Actor reader, Automation automation) {
        ObjectNode names = JsonMapper.shared().createObjectNode();
        ObjectNode people = names.putObject("people");
        ObjectNode roles = names.putObject("roles");
        ObjectNode values = names.putObject("values");
        automation.whom().forEach(whom -> {
            whom.people().forEach(id -> people.put(String.valueOf(id), person(id)));
            whom.roles()
                    .forEach(id -> organisation
                            .get()
                            .role(id)
                            .map(Role::name)
                            .ifPresent(name -> roles.put(String.valueOf(id), name)));
        });
        Branching.all(automation.plan().nodes()).forEach(step -> {
            if (step instanceof Step.Change change) {
                values(values, reader, step.id(), automation.object(), change.values());
            } else if (step instanceof Step.Create create) {
                values(values, reader, step.id(), create.object(), create.values());
            }
        });
        return names;
    }

    private void values(ObjectNode into, Actor reader, String step, String object, Map<String, Value> values) {
        Optional<ObjectDefinition> target = catalog.current().find(object);
        values.forEach((name, value) -> {
            if (value instanceof Value.Fixed(JsonNode json) && json != null && json.isIntegralNumber()) {
                target.flatMap(each -> each.field(name))
                        .filter(field -> field.type() instanceof IdType)
                        .ifPresent(field -> into.putObject(step + "." + name)
                                .put("id", json.longValue())
                                .put("label", label(reader, ((IdType) field.type()).target(), json.longValue())));
            }
        });
    }

    private String label(Actor reader, IdType.Target target, long id) {
        Organisation now = organisation.get();
        return switch (target) {
            case IdType.User _ -> person(id);
            case IdType.Department _ -> now.department(id).map(Department::name).orElse("#" + id);
            case IdType.Records(String name) ->
                catalog.current()
                        .find(name)
                        .flatMap(object -> reading.titles(reader, object, List.of(id)).stream()
                                .findFirst()
                                .map(row -> reading.title(reader, object, row)))
                        .map(Object::toString)
                        .orElse("#" + id);
        };
    }
}
