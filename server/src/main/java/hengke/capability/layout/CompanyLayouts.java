package hengke.capability.layout;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.paper.Layout;
import hengke.kernel.paper.Printed;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The layouts of papers that the company made, and by which of them something is printed. */
@Component
public final class CompanyLayouts {
    /** Asks for the layout that is shipped. */
    public static final long SHIPPED = 0;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LAYOUTS = """
            select l.*, v.number, v.content, v.published_at, v.published_by
            from paper_layout l left join paper_layout_version v on v.id = l.published
            """;

    private final DSLContext database;

    CompanyLayouts(DSLContext database) {
        this.database = database;
    }

    /**
     * By what something is printed.
     *
     * @param edition null for the layout that is shipped
     */
    public record Chosen(@Nullable Long edition, Layout layout) {}

    /** The one that was asked for, else the company's standard, else the one that is shipped. */
    public Chosen choose(ObjectDefinition object, @Nullable Long asked) {
        Layout shipped = shipped(object);
        if (asked != null && asked == SHIPPED) {
            return new Chosen(null, shipped);
        }
        Optional<CompanyLayout> found = of(object).stream()
                .filter(CompanyLayout::offered)
                .filter(layout -> asked == null ? layout.standard() : layout.id() == asked)
                .findFirst();
        if (found.isEmpty() && asked != null) {
            throw Refusal.Invalid.at("layout", Message.of("paper.noLayout"));
        }
        return found.map(CompanyLayout::published)
                .map(edition -> new Chosen(edition.id(), edition.content()))
                .orElseGet(() -> new Chosen(null, shipped));
    }

    /** The layout by which something was printed then. */
    public Layout printedBy(ObjectDefinition object, @Nullable Long edition) {
        return edition == null
                ? shipped(object)
                : layout(database.fetchSingle("select content from paper_layout_version where id = ?", edition)
                        .get("content", JSONB.class));
    }

    private static Layout shipped(ObjectDefinition object) {
        return object.capability(Printed.class)
                .orElseThrow(Refusal.NotFound::new)
                .layout();
    }

    public List<CompanyLayout> all() {
        return database.fetch(LAYOUTS + "order by l.object, l.name").map(CompanyLayouts::read);
    }

    public List<CompanyLayout> of(ObjectDefinition object) {
        return database.fetch(LAYOUTS + "where l.object = ? order by l.name", object.name())
                .map(CompanyLayouts::read);
    }

    public CompanyLayout find(long id) {
        return find(database, id, "");
    }

    /** Held, so that of two who change it the second sees what the first did. */
    static CompanyLayout hold(DSLContext within, long id) {
        return find(within, id, " for no key update of l");
    }

    private static CompanyLayout find(DSLContext within, long id, String how) {
        return within.fetchOptional(LAYOUTS + "where l.id = ?" + how, id)
                .map(CompanyLayouts::read)
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Its editions, newest first. */
    public List<CompanyLayout.Edition> editions(long id) {
        return database.fetch(
                        "select id published, number, content, published_at, published_by from paper_layout_version"
                                + " where layout = ? order by number desc",
                        id)
                .map(CompanyLayouts::edition);
    }

    static String written(Layout layout) {
        return JSON.writeValueAsString(layout);
    }

    private static CompanyLayout read(Record row) {
        return new CompanyLayout(
                row.get("id", Long.class),
                row.get("object", String.class),
                row.get("name", String.class),
                row.get("active", Boolean.class),
                row.get("standard", Boolean.class),
                layout(row.get("draft", JSONB.class)),
                row.get("published") == null ? null : edition(row),
                row.get("version", Long.class),
                row.get("updated_at", Instant.class),
                row.get("updated_by", Long.class));
    }

    private static CompanyLayout.Edition edition(Record row) {
        return new CompanyLayout.Edition(
                row.get("published", Long.class),
                row.get("number", Integer.class),
                layout(row.get("content", JSONB.class)),
                row.get("published_at", Instant.class),
                row.get("published_by", Long.class));
    }

    private static Layout layout(JSONB json) {
        return JSON.readValue(json.data(), Layout.class);
    }
}
