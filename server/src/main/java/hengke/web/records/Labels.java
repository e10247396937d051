package hengke.web.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Address;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.query.Pages;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people, departments, records and files are called. A record somebody may not see has no name for him; one whose
 * title is hidden from him has only its number, and one whose title is masked its mask.
 */
@Component
public final class Labels {
    private static final int LONGEST = 80;

    private final LiveCatalog catalog;
    private final Access access;
    private final LiveOrganisation organisation;
    private final Pages pages;
    private final DSLContext database;

    Labels(LiveCatalog catalog, Access access, LiveOrganisation organisation, Pages pages, DSLContext database) {
        this.catalog = catalog;
        this.access = access;
        this.organisation = organisation;
        this.pages = pages;
        this.database = database;
    }

    /** The names found for one answer. */
    public record Known(
            Organisation organisation, Map<Link, String> records, Set<String> untitled, Map<Long, ObjectNode> files) {
        /** Is the record seen, and its title in clear? */
        public boolean tells(Link link) {
            return records.containsKey(link) && !untitled.contains(link.object());
        }

        public @Nullable String user(long id) {
            return organisation.person(id).map(person -> person.name()).orElse(null);
        }

        public @Nullable String department(long id) {
            return organisation
                    .department(id)
                    .map(department -> department.name())
                    .orElse(null);
        }

        public @Nullable String record(Link link) {
            return records.get(link);
        }

        public ObjectNode file(long id) {
            ObjectNode found = files.get(id);
            return found != null
                    ? found
                    : JsonMapper.shared().createObjectNode().put("id", id);
        }
    }

    /** One statement per object pointed at, and one for files if there are any. */
    public Known known(Actor actor, Collection<Link> records, Collection<Long> files) {
        Map<String, Set<Long>> wanted = new LinkedHashMap<>();
        records.forEach(link -> wanted.computeIfAbsent(link.object(), _ -> new LinkedHashSet<>())
                .add(link.id()));
        Map<Link, String> titles = new HashMap<>();
        wanted.forEach((object, ids) -> titles.putAll(titles(actor, object, ids)));
        Set<String> untitled = wanted.keySet().stream()
                .filter(object -> !titled(actor, object))
                .collect(Collectors.toSet());
        return new Known(organisation.get(), titles, untitled, files(files));
    }

    private Map<Link, String> titles(Actor actor, String name, Set<Long> ids) {
        Map<Link, String> titles = new HashMap<>();
        catalog.current().find(name).ifPresent(object -> {
            List<Row> rows =
                    pages.byIds(object, access.visibility(actor, object, Verb.READ), ids, List.of(object.title()));
            rows.forEach(row -> titles.put(new Link(name, row.id()), title(actor, object, row)));
        });
        return titles;
    }

    private boolean titled(Actor actor, String name) {
        return catalog.current()
                .find(name)
                .filter(object -> access.right(actor, object, object.title()).atLeast(FieldRight.READ))
                .isPresent();
    }

    /** What a record is called, for somebody who sees it: its title on one line, short. */
    public String title(Actor actor, ObjectDefinition object, Row row) {
        Object seen = access.title(actor, object, row);
        return seen == null ? "#" + row.id() : oneLine(seen);
    }

    /** The same for whoever may read the title. */
    public static String clearTitle(ObjectDefinition object, Row row) {
        Object value = row.get(object.title());
        return value == null ? "#" + row.id() : oneLine(value);
    }

    private static String oneLine(Object value) {
        String text = (value instanceof Address address ? address.line() : String.valueOf(value)).strip();
        int lineEnd = text.indexOf('\n');
        String line = lineEnd < 0 ? text : text.substring(0, lineEnd);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private Map<Long, ObjectNode> files(Collection<Long> ids) {
        Map<Long, ObjectNode> files = new HashMap<>();
        if (!ids.isEmpty()) {
            database.select(
                            field(name("id"), Long.class),
                            field(name("name"), String.class),
                            field(name("size"), Long.class),
                            field(name("type"), String.class))
                    .from(table(name("file")))
                    .where(field(name("id"), Long.class).eq(DSL.any(ids.toArray(Long[]::new))))
                    .forEach(found -> files.put(
                            found.value1(),
                            JsonMapper.shared()
                                    .createObjectNode()
                                    .put("id", found.value1())
                                    .put("name", found.value2())
                                    .put("size", found.value3())
                                    .put("type", found.value4())));
        }
        return files;
    }
}
