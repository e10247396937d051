package hengke.kernel.records;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the lines that come with a record: each a new one, or with its {@code id} a change of one that is there. */
final class LinesReader {
    /** More belong into several records. */
    static final int MOST = 500;

    private final LiveCatalog catalog;
    private final Rights rights;
    private final DraftReader values;

    LinesReader(LiveCatalog catalog, Rights rights, DraftReader values) {
        this.catalog = catalog;
        this.rights = rights;
        this.values = values;
    }

    /** Takes the lists of lines out of the body; what is wrong is told as {@code lines[0].quantity}. */
    List<Draft.Lines> take(Actor actor, ObjectDefinition object, ObjectNode body, List<FieldError> errors) {
        List<Draft.Lines> all = new ArrayList<>();
        for (Catalog.Child kind : catalog.current().lines(object)) {
            String name = kind.relation().name();
            if (body.has(name) && rights.may(actor, kind.object(), Verb.READ)) {
                all.add(new Draft.Lines(kind, read(actor, kind, name, body.remove(name), errors)));
            }
        }
        return all;
    }

    private List<Draft> read(Actor actor, Catalog.Child kind, String name, JsonNode given, List<FieldError> errors) {
        List<Draft> drafts = new ArrayList<>();
        if (!given.isArray() || given.size() > MOST) {
            errors.add(FieldError.of(name, Message.of("records.lines", MOST)));
            return drafts;
        }
        for (JsonNode each : given) {
            String at = name + "[" + drafts.size() + "]";
            try {
                drafts.add(line(actor, kind, each));
            } catch (Refusal.Invalid invalid) {
                errors.addAll(invalid.under(at).errors());
                drafts.add(Draft.create(Map.of()));
            }
        }
        return drafts;
    }

    private Draft line(Actor actor, Catalog.Child kind, JsonNode given) {
        if (!(given instanceof ObjectNode line)) {
            throw Refusal.Invalid.at("", Message.of("records.notObject"));
        }
        ObjectNode body = line.deepCopy();
        JsonNode id = body.remove(SystemFields.ID.name());
        if (id != null && !id.isNull() && !id.isIntegralNumber()) {
            throw Refusal.Invalid.at(SystemFields.ID.name(), Message.of("value.wholeNumber"));
        }
        body.remove(List.of(kind.reference().name(), kind.position().name()));
        var its = values.values(actor, kind.object(), body);
        return id == null || id.isNull() ? Draft.create(its) : Draft.update(id.longValue(), null, its);
    }
}
