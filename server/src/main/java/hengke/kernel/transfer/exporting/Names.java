package hengke.kernel.transfer.exporting;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.access.Verb;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Address;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.query.Pages;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What rows point at, by the names an import knows it by; a record that this person may not see has none. Found part by
 * part, one statement for each object pointed at, and remembered as long as they are few.
 */
final class Names {
    private static final int REMEMBERED = 20_000;

    private final Catalog catalog;
    private final Access access;
    private final Pages pages;
    private final StoredFiles files;
    private final Actor actor;
    private final Organisation organisation;
    private final Set<String> sharedNames;
    private final Map<Link, String> records = new HashMap<>();
    private final Map<Long, String> fileNames = new HashMap<>();

    Names(Catalog catalog, Access access, Pages pages, StoredFiles files, Actor actor, Organisation organisation) {
        this.catalog = catalog;
        this.access = access;
        this.pages = pages;
        this.files = files;
        this.actor = actor;
        this.organisation = organisation;
        this.sharedNames =
                organisation.people().stream()
                        .collect(Collectors.groupingBy(Person::name, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(name -> name.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    /** Finds the names that these rows need. */
    void prepare(List<Row> rows, Collection<Field<?>> fields) {
        if (records.size() > REMEMBERED) {
            records.clear();
        }
        fileNames.clear();
        Map<String, Set<Long>> wanted = new LinkedHashMap<>();
        Set<Long> wantedFiles = new LinkedHashSet<>();
        for (Field<?> field : fields) {
            for (Row row : rows) {
                Object value = row.get(field);
                switch (field.type()) {
                    case IdType(IdType.Records(String target))
                    when value instanceof Long id -> want(wanted, new Link(target, id));
                    case IdListType(IdListType.Records(String target))
                    when value instanceof List<?> ids -> ids.forEach(id -> want(wanted, new Link(target, (Long) id)));
                    case LinkType _ when value instanceof Link link -> want(wanted, link);
                    case IdListType(IdListType.Files())
                    when value instanceof List<?> ids -> ids.forEach(id -> wantedFiles.add((Long) id));
                    default -> {}
                }
            }
        }
        wanted.forEach(this::find);
        if (!wantedFiles.isEmpty()) {
            files.find(wantedFiles).forEach(file -> fileNames.put(file.id(), file.name()));
        }
    }

    private void want(Map<String, Set<Long>> wanted, Link link) {
        if (!records.containsKey(link)) {
            wanted.computeIfAbsent(link.object(), _ -> new LinkedHashSet<>()).add(link.id());
        }
    }

    private void find(String name, Set<Long> ids) {
        ids.forEach(id -> records.put(new Link(name, id), ""));
        catalog.find(name)
                .ifPresent(object -> pages.byIds(
                                object, access.visibility(actor, object, Verb.READ), ids, List.of(object.title()))
                        .forEach(row -> records.put(new Link(name, row.id()), title(object, row))));
    }

    private String title(ObjectDefinition object, Row row) {
        Object title = access.title(actor, object, row);
        return title == null ? "#" + row.id() : title instanceof Address address ? address.line() : title.toString();
    }

    String record(Link link) {
        return records.getOrDefault(link, "");
    }

    String file(long id) {
        return fileNames.getOrDefault(id, "");
    }

    /** By login where several people have the same name. */
    String person(long id) {
        return organisation
                .person(id)
                .map(person -> sharedNames.contains(person.name()) ? person.login() : person.name())
                .orElse("");
    }

    String department(long id) {
        return organisation.department(id).map(department -> department.name()).orElse("");
    }
}
