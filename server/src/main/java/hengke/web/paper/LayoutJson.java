package hengke.web.paper;

import hengke.capability.layout.CompanyLayout;
import hengke.kernel.paper.Layout;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal.FieldError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A layout as it goes over the wire.
 *
 * @param edition the number of the one that is printed; null as long as there is none
 * @param changed does the draft say something else?
 * @param word is it a Word file?
 */
record LayoutJson(
        long id,
        String object,
        String name,
        boolean active,
        boolean standard,
        @Nullable Integer edition,
        boolean changed,
        boolean word,
        long version,
        Instant updatedAt,
        @Nullable String updatedBy) {

    static LayoutJson of(CompanyLayout layout, Layout current, @Nullable String by) {
        CompanyLayout.Edition published = layout.published();
        return new LayoutJson(
                layout.id(),
                layout.object(),
                layout.name(),
                layout.active(),
                layout.standard(),
                published == null ? null : published.number(),
                published == null || !published.content().equals(current),
                current.word().isPresent(),
                layout.version(),
                layout.updatedAt(),
                by);
    }

    /** Which blocks it has, as they are written. */
    static JsonNode content(Layout layout) {
        return JsonMapper.shared().valueToTree(layout);
    }

    /**
     * One that can be chosen; the one that is shipped has the id 0.
     *
     * @param word does it give a Word file too?
     */
    record Offered(long id, String name, boolean standard, boolean word) {}

    /** What is wrong, and where. */
    record Fault(String field, String message) {
        static Fault of(FieldError error, Language language) {
            return new Fault(error.field(), error.message().in(language));
        }
    }

    /** One edition. */
    record Edition(int number, Instant at, @Nullable String by) {}

    /** A layout with what it consists of, what is wrong with it, and its editions. */
    record Whole(LayoutJson layout, JsonNode content, List<Fault> faults, List<Edition> editions) {}

    /** An object whose records are printed. */
    record Printable(String object, String label) {}
}
