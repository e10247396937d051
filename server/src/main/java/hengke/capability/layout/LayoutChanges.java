package hengke.capability.layout;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.paper.Layout;
import hengke.kernel.paper.LayoutCheck;
import hengke.kernel.paper.Printed;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The layouts of papers as administrators manage them: checked, written down, published edition by edition. */
@Component
public final class LayoutChanges {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CompanyLayouts layouts;
    private final Clauses clauses;
    private final WordFiles words;
    private final LiveCatalog catalog;
    private final Access access;
    private final Writer writer;
    private final Clock clock;

    LayoutChanges(
            CompanyLayouts layouts,
            Clauses clauses,
            WordFiles words,
            LiveCatalog catalog,
            Access access,
            Writer writer,
            Clock clock) {
        this.layouts = layouts;
        this.clauses = clauses;
        this.words = words;
        this.catalog = catalog;
        this.access = access;
        this.writer = writer;
        this.clock = clock;
    }

    /** What a layout is called and whether it is offered, and what it consists of. */
    public record Wanted(String name, boolean active, boolean standard, Layout draft) {}

    /** The objects whose records are printed. */
    public List<ObjectDefinition> objects() {
        return catalog.current().objects().stream()
                .filter(object -> object.has(Printed.class))
                .toList();
    }

    public ObjectDefinition object(String name) {
        return objects().stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    public Layout shipped(ObjectDefinition object) {
        return layouts.choose(object, CompanyLayouts.SHIPPED).layout();
    }

    /** Begins one as a copy of what is shipped, or of another one. */
    public long add(Actor by, ObjectDefinition object, String name, @Nullable Long from) {
        access.requireAdministrator(by);
        if (from != null && !layouts.find(from).object().equals(object.name())) {
            throw Refusal.Invalid.at("from", Message.of("paper.noLayout"));
        }
        return add(
                by,
                object,
                name,
                from == null ? shipped(object) : layouts.find(from).draft());
    }

    /** Begins one that is a Word file. */
    public long addWord(Actor by, ObjectDefinition object, String name, long file) {
        access.requireAdministrator(by);
        Layout start = words.looked(object, new Layout(List.of(new Layout.Word(file, "", List.of(), List.of())), ""));
        requireValid(object, start);
        return add(by, object, name, start);
    }

    private long add(Actor by, ObjectDefinition object, String name, Layout start) {
        return writer.inTransaction(within -> {
            requireFree(within, object.name(), name, 0);
            long id = within.fetchSingle("""
                            insert into paper_layout (object, name, draft, updated_at, updated_by)
                            values (?, ?, cast(? as jsonb), cast(? as timestamptz), ?) returning id
                            """, object.name(), name, CompanyLayouts.written(start), now(), by.user())
                    .get("id", Long.class);
            log(within, by, id, name, null, logged(new Wanted(name, true, false, start)));
            return id;
        });
    }

    /** @param seen the version that was changed */
    public void change(Actor by, long id, long seen, Wanted asked) {
        access.requireAdministrator(by);
        writer.inTransaction(within -> {
            CompanyLayout before = held(within, id, seen);
            ObjectDefinition object = object(before.object());
            Wanted next =
                    new Wanted(asked.name(), asked.active(), asked.standard(), words.looked(object, asked.draft()));
            requireValid(object, next.draft());
            requireFree(within, before.object(), next.name(), id);
            if (next.standard() && (!next.active() || before.published() == null)) {
                throw Refusal.Invalid.at("standard", Message.of("paper.notPublished"));
            }
            if (next.standard()) {
                within.execute(
                        "update paper_layout set standard = false where object = ? and id <> ? and standard",
                        before.object(),
                        id);
            }
            within.execute(
                    """
                    update paper_layout set name = ?, active = ?, standard = ?, draft = cast(? as jsonb),
                        version = version + 1, updated_at = cast(? as timestamptz), updated_by = ? where id = ?
                    """,
                    next.name(),
                    next.active(),
                    next.standard(),
                    CompanyLayouts.written(next.draft()),
                    now(),
                    by.user(),
                    id);
            log(within, by, id, next.name(), logged(wanted(before)), logged(next));
            return id;
        });
    }

    /** Makes the draft the next edition, with the clauses as they read now. */
    public void publish(Actor by, long id, long seen) {
        access.requireAdministrator(by);
        writer.inTransaction(within -> {
            CompanyLayout layout = held(within, id, seen);
            ObjectDefinition object = object(layout.object());
            requireValid(object, layout.draft());
            Layout content = whole(object, layout.draft());
            int number = within.fetchSingle(
                            "select coalesce(max(number), 0) + 1 as next from paper_layout_version where layout = ?",
                            id)
                    .get("next", Integer.class);
            long edition = within.fetchSingle("""
                            insert into paper_layout_version (layout, number, content, published_at, published_by)
                            values (?, ?, cast(? as jsonb), cast(? as timestamptz), ?) returning id
                            """, id, number, CompanyLayouts.written(content), now(), by.user())
                    .get("id", Long.class);
            within.execute("""
                    update paper_layout set published = ?, version = version + 1, updated_at = cast(? as timestamptz),
                        updated_by = ? where id = ?
                    """, edition, now(), by.user(), id);
            ObjectNode before = JSON.createObjectNode().put("edition", number - 1);
            log(within, by, id, layout.name(), before, JSON.createObjectNode().put("edition", number));
            return edition;
        });
    }

    /** One by which nothing was ever printed goes for good; another one is only not offered any more. */
    public void remove(Actor by, long id) {
        access.requireAdministrator(by);
        writer.inTransaction(within -> {
            CompanyLayout layout = CompanyLayouts.hold(within, id);
            if (layout.published() != null) {
                throw new Refusal.Conflict("published", Message.of("paper.published"), Map.of());
            }
            within.execute("delete from paper_layout where id = ?", id);
            log(within, by, id, layout.name(), logged(wanted(layout)), null);
            return id;
        });
    }

    /** The layout with what it takes from elsewhere: the texts of clauses, what a Word file speaks of. */
    public Layout whole(ObjectDefinition object, Layout layout) {
        return words.looked(object, clauses.filled(layout));
    }

    /** What is wrong with a layout and the clauses it names. */
    public List<FieldError> faults(ObjectDefinition object, Layout layout) {
        Layout filled = clauses.filled(layout);
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < filled.blocks().size(); i++) {
            if (filled.blocks().get(i) instanceof Layout.Clause clause
                    && clause.html().isEmpty()) {
                faults.add(FieldError.of("content.blocks[" + i + "].clause", Message.of("paper.noClause")));
            }
        }
        faults.addAll(LayoutCheck.of(catalog.current(), object, filled, "content"));
        faults.addAll(words.faults(object, filled, "content"));
        return faults;
    }

    public void requireValid(ObjectDefinition object, Layout layout) {
        List<FieldError> faults = faults(object, layout);
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
    }

    private static CompanyLayout held(DSLContext within, long id, long seen) {
        CompanyLayout layout = CompanyLayouts.hold(within, id);
        if (layout.version() != seen) {
            throw new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", layout.version()));
        }
        return layout;
    }

    private static void requireFree(DSLContext within, String object, String name, long but) {
        if (within.fetchOptional(
                        "select id from paper_layout where object = ? and name = ? and id <> ?", object, name, but)
                .isPresent()) {
            throw Refusal.Invalid.at("name", Message.of("paper.nameTaken"));
        }
    }

    private static Wanted wanted(CompanyLayout layout) {
        return new Wanted(layout.name(), layout.active(), layout.standard(), layout.draft());
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
        AdministrationLog.record(
                within, by, clock.instant(), new AdministrationLog.Subject("paperLayout", id, name), before, after);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
