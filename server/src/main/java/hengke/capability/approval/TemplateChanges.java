package hengke.capability.approval;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The templates as administrators manage them: checked, written down, in force on every node. */
@Component
public final class TemplateChanges {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Templates templates;
    private final FlowCheck check;
    private final LiveCatalog catalog;
    private final Access access;
    private final Writer writer;
    private final Clock clock;

    TemplateChanges(
            Templates templates, FlowCheck check, LiveCatalog catalog, Access access, Writer writer, Clock clock) {
        this.templates = templates;
        this.check = check;
        this.catalog = catalog;
        this.access = access;
        this.writer = writer;
        this.clock = clock;
    }

    /** What a template is to be. */
    public record Wanted(String name, boolean active, int position, Template.Way way) {}

    /** The objects whose records can be approved. */
    public List<ObjectDefinition> objects() {
        return catalog.current().objects().stream()
                .filter(object -> object.has(Approved.class))
                .toList();
    }

    public ObjectDefinition object(String name) {
        return objects().stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.Invalid.at("object", Message.of("approval.notApprovable", name)));
    }

    public long add(Actor by, ObjectDefinition object, Wanted wanted) {
        access.requireAdministrator(by);
        check.require(object, wanted.way());
        long id = writer.inTransaction(within -> {
            templates.change(within);
            requireFree(within, object.name(), wanted.name(), 0);
            long made = within.fetchSingle(
                            """
                            insert into approval_template (object, name, active, position, definition, updated_at,
                                updated_by)
                            values (?, ?, ?, ?, cast(? as jsonb), cast(? as timestamptz), ?) returning id""",
                            object.name(),
                            wanted.name(),
                            wanted.active(),
                            wanted.position(),
                            JSON.writeValueAsString(wanted.way()),
                            now(),
                            by.user())
                    .get("id", Long.class);
            log(within, by, made, wanted.name(), null, logged(wanted));
            return made;
        });
        templates.refresh();
        return id;
    }

    /** What runs goes on by the edition it began with. */
    public void change(Actor by, long id, long seen, Wanted wanted) {
        access.requireAdministrator(by);
        Template present = templates.find(id).orElseThrow(Refusal.NotFound::new);
        check.require(object(present.object()), wanted.way());
        writer.inTransaction(within -> {
            templates.change(within);
            Template before = held(within, id);
            if (before.version() != seen) {
                throw new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", before.version()));
            }
            requireFree(within, before.object(), wanted.name(), id);
            boolean redrawn = !JSON.valueToTree(before.way()).equals(JSON.valueToTree(wanted.way()));
            within.execute(
                    """
                    update approval_template set name = ?, active = ?, position = ?, definition = cast(? as jsonb),
                        edition = edition + ?, version = version + 1, updated_at = cast(? as timestamptz), updated_by = ?
                    where id = ?""",
                    wanted.name(),
                    wanted.active(),
                    wanted.position(),
                    JSON.writeValueAsString(wanted.way()),
                    redrawn ? 1 : 0,
                    now(),
                    by.user(),
                    id);
            log(
                    within,
                    by,
                    id,
                    wanted.name(),
                    logged(new Wanted(before.name(), before.active(), before.position(), before.way())),
                    logged(wanted));
            return id;
        });
        templates.refresh();
    }

    /** What runs by it goes on; nothing new begins. */
    public void remove(Actor by, long id) {
        access.requireAdministrator(by);
        writer.inTransaction(within -> {
            templates.change(within);
            Template before = held(within, id);
            within.execute("delete from approval_template where id = ?", id);
            log(
                    within,
                    by,
                    id,
                    before.name(),
                    logged(new Wanted(before.name(), before.active(), before.position(), before.way())),
                    null);
            return id;
        });
        templates.refresh();
    }

    private Template held(DSLContext within, long id) {
        return templates.within(within).stream()
                .filter(template -> template.id() == id)
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    private static void requireFree(DSLContext within, String object, String name, long except) {
        if (!within.fetch(
                        "select 1 from approval_template where object = ? and name = ? and id <> ?",
                        object,
                        name,
                        except)
                .isEmpty()) {
            throw Refusal.Invalid.at("name", Message.of("approval.nameTaken"));
        }
    }

    private static ObjectNode logged(Wanted wanted) {
        return JSON.valueToTree(wanted);
    }

    private void log(
            DSLContext within,
            Actor by,
            long id,
            String name,
            @Nullable ObjectNode before,
            @Nullable ObjectNode after) {
        AdministrationLog.record(within, by, now(), new AdministrationLog.Subject("approval", id, name), before, after);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
