package hengke.web.search;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.records.Caller;
import hengke.kernel.search.RecordSearch;
import hengke.kernel.search.SearchDocuments;
import hengke.web.records.Labels;
import hengke.web.records.Reading;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds records of every object by a few characters: exact titles first, then titles that begin so, then the rest. */
@RestController
final class SearchController {
    private static final int USUAL = 8;
    static final int MOST = 50;

    private final Reading reading;
    private final Access access;
    private final Pages pages;

    SearchController(Reading reading, Access access, Pages pages) {
        this.reading = reading;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping("/api/search")
    ObjectNode search(
            Caller caller,
            Language language,
            @RequestParam("q") String text,
            @RequestParam(name = "objects", required = false) @Nullable String objects,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit) {
        Set<String> wanted = objects == null ? Set.of() : Set.copyOf(Arrays.asList(objects.split(",")));
        int most = limit == null ? USUAL : Math.clamp(limit, 1, MOST);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode groups = answer.putArray("groups");
        for (ObjectDefinition object : reading.catalog().objects()) {
            boolean asked = wanted.isEmpty() ? object.application() != null : wanted.contains(object.name());
            if (asked && access.may(caller.actor(), object, Verb.READ)) {
                RecordSearch search = reading.search(caller.actor(), object, text);
                List<Row> found = search.isEmpty() ? List.of() : found(caller.actor(), search, most + 1);
                if (!found.isEmpty()) {
                    group(groups.addObject(), language, search, found, most);
                }
            }
        }
        return answer;
    }

    /** Titles first, because the best match may be an old record; then the newest of all that match. */
    private List<Row> found(Actor actor, RecordSearch search, int most) {
        ObjectDefinition object = search.object();
        Selection visible = Selection.of(object, access.visibility(actor, object, Verb.READ))
                .reading(search.visible())
                .limit(most);
        Map<Long, Row> found = new LinkedHashMap<>();
        if (search.titleVisible()) {
            pages.page(visible.narrowed(search.titled())).rows().forEach(row -> found.put(row.id(), row));
        }
        if (found.size() < most) {
            pages.page(visible.narrowed(search.matching())).rows().forEach(row -> found.putIfAbsent(row.id(), row));
        }
        return found.values().stream()
                .sorted(Comparator.comparingInt(
                        row -> search.query().rank(SearchDocuments.text(search.visible(), row))))
                .limit(most)
                .toList();
    }

    private static void group(ObjectNode group, Language language, RecordSearch search, List<Row> found, int most) {
        ObjectDefinition object = search.object();
        group.put("object", object.name()).put("label", object.label().in(language));
        ArrayNode items = group.putArray("items");
        found.stream().limit(most).forEach(row -> {
            ObjectNode item = items.addObject().put("id", row.id()).put("label", title(search, row));
            if (byFormerName(search, row)) {
                String name = String.valueOf(search.before().get(row.id()));
                item.put("detail", Message.of("query.formerly", name).in(language));
            } else {
                detail(search, row)
                        .ifPresent(field -> item.put("detail", String.valueOf(row.get(field)))
                                .put("matched", field.name()));
            }
        });
        group.put("more", found.size() > most);
    }

    /** Nothing that it holds now says why it was found. */
    private static boolean byFormerName(RecordSearch search, Row row) {
        return search.before().containsKey(row.id())
                && !search.query().matches(SearchDocuments.text(search.visible(), row));
    }

    private static @Nullable String title(RecordSearch search, Row row) {
        return search.titleVisible() ? Labels.clearTitle(search.object(), row) : null;
    }

    /** The field behind the title in which the words were found; else the first there is, to tell namesakes apart. */
    private static Optional<Field<?>> detail(RecordSearch search, Row row) {
        List<Field<?>> others = search.visible().stream()
                .filter(field -> !field.traits().is(Trait.TITLE) && row.get(field) != null)
                .toList();
        return others.stream()
                .filter(field -> search.query().matches(SearchDocuments.text(List.of(field), row)))
                .findFirst()
                .or(() -> others.stream().findFirst());
    }
}
