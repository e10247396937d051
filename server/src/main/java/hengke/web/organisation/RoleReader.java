package hengke.web.organisation;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.FieldRule;
import hengke.kernel.access.Grant;
import hengke.kernel.access.Mask;
import hengke.kernel.access.PageRight;
import hengke.kernel.access.Role;
import hengke.kernel.access.Scope;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a role and checks it against the catalog, so that what it says about rights always means something. */
@Component
final class RoleReader {
    private final LiveCatalog catalog;
    private final Access access;

    RoleReader(LiveCatalog catalog, Access access) {
        this.catalog = catalog;
        this.access = access;
    }

    /** The role after this body; what it does not mention remains as in the present one. */
    Role read(Actor actor, Body body, Role present) {
        return new Role(
                present.id(),
                body.mentions("name") || present.id() == 0
                        ? body.required("name", Kinds.NAME).orElse("")
                        : present.name(),
                body.kept("administrator", Kinds.FLAG, present.administrator()),
                body.mentions("grants") ? grants(actor, body) : present.grants(),
                body.mentions("fields") ? rules(body) : present.fields(),
                body.mentions("commands") ? new HashSet<>(body.list("commands", Kinds.NAME)) : present.commands(),
                body.mentions("pages") ? pages(body) : present.pages(),
                present.id() == 0 ? 0 : body.kept("version", Kinds.ID, present.version()));
    }

    private List<Grant> grants(Actor actor, Body body) {
        return body.each("grants").stream()
                .flatMap(grant -> grant(actor, grant).stream())
                .toList();
    }

    private Optional<Grant> grant(Actor actor, Body body) {
        String object = object(body, true);
        Optional<Verb> verb = body.required("verb", Kinds.NAME).flatMap(Verb::of);
        if (verb.isEmpty()) {
            body.refuse("verb", Message.of("web.verb"));
        }
        Optional<Scope> scope = scope(actor, body, object);
        body.refuseUnasked();
        return verb.isEmpty() || scope.isEmpty()
                ? Optional.empty()
                : Optional.of(new Grant(object, verb.get(), scope.get()));
    }

    private Optional<Scope> scope(Actor actor, Body body, String object) {
        String wire = body.required("scope", Kinds.NAME).orElse("");
        List<Long> departments = body.list("departments", Kinds.DEPARTMENT);
        Optional<JsonNode> filter = body.given("filter");
        return switch (wire) {
            case "own" -> Optional.of(new Scope.Own());
            case "subordinates" -> Optional.of(new Scope.Subordinates());
            case "department" -> Optional.of(new Scope.MyDepartment());
            case "departmentTree" -> Optional.of(new Scope.MyDepartmentTree());
            case "departments" -> Optional.of(new Scope.Departments(Set.copyOf(departments)));
            case "region" -> Optional.of(new Scope.MyRegions());
            case "all" -> Optional.of(new Scope.All());
            case "filter" -> {
                if (filter.isEmpty()) {
                    body.refuse("filter", Message.of("web.required"));
                }
                yield filter.flatMap(json -> matching(actor, body, object, json));
            }
            default -> {
                body.refuse("scope", Message.of("web.scope"));
                yield Optional.empty();
            }
        };
    }

    private Optional<Scope> matching(Actor actor, Body body, String object, JsonNode filter) {
        try {
            access.resolve(actor, catalog.current().object(object), filter);
            return Optional.of(new Scope.Matching(filter));
        } catch (Refusal refusal) {
            body.refuse("filter", refusal.reason());
            return Optional.empty();
        }
    }

    /** The last word on a field counts. */
    private List<FieldRule> rules(Body body) {
        Map<String, FieldRule> rules = new LinkedHashMap<>();
        for (Body each : body.each("fields")) {
            rule(each).ifPresent(rule -> rules.put(rule.object() + "." + rule.field(), rule));
        }
        return List.copyOf(rules.values());
    }

    private Optional<FieldRule> rule(Body body) {
        String object = object(body, false);
        String field = body.required("field", Kinds.NAME).orElse("");
        Optional<FieldRight> right = body.required("right", Kinds.NAME).flatMap(FieldRight::of);
        if (right.isEmpty()) {
            body.refuse("right", Message.of("web.right"));
        }
        Optional<Mask> mask = mask(body);
        boolean reveal = body.optional("reveal", Kinds.FLAG).orElse(false);
        catalog.current().find(object).ifPresent(definition -> checkField(body, definition, field, mask));
        body.refuseUnasked();
        boolean masked = right.equals(Optional.of(FieldRight.MASKED));
        return right.map(
                found -> new FieldRule(object, field, found, masked ? mask.orElse(null) : null, masked && reveal));
    }

    private static Optional<Mask> mask(Body body) {
        Optional<String> wire = body.optional("mask", Kinds.NAME);
        Optional<Mask> mask = wire.flatMap(Mask::of);
        if (wire.isPresent() && mask.isEmpty()) {
            body.refuse("mask", Message.of("web.mask"));
        }
        return mask;
    }

    private static Set<PageRight> pages(Body body) {
        Set<PageRight> pages = new HashSet<>();
        for (String wire : body.list("pages", Kinds.NAME)) {
            PageRight.of(wire).ifPresentOrElse(pages::add, () -> body.refuse("pages", Message.of("web.page", wire)));
        }
        return pages;
    }

    private static void checkField(Body body, ObjectDefinition object, String name, Optional<Mask> mask) {
        Optional<Field<?>> field =
                object.field(name).filter(found -> !found.traits().is(Trait.SYSTEM));
        if (field.isEmpty()) {
            body.refuse("field", Message.of("web.noSuchField", object.label(), name));
        } else if (mask.isPresent() && !Mask.fitting(field.get()).contains(mask.get())) {
            body.refuse("mask", Message.of("web.maskOnlyText", field.get().label()));
        }
    }

    private String object(Body body, boolean every) {
        String object = body.required("object", Kinds.NAME).orElse("");
        if (!(every && object.equals(Grant.EVERY))
                && catalog.current().find(object).isEmpty()) {
            body.refuse("object", Message.of("web.noSuchObject", object));
        }
        return object;
    }
}
