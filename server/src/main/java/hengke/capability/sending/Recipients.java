package hengke.capability.sending;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.transfer.exporting.RecordTexts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * To whom the paper of a record may go: the addresses of what it points at, the nearest first, and of what lives within
 * that; as far as somebody may read them.
 */
@Component
public final class Recipients {
    private static final int MOST = 12;

    private final LiveCatalog live;
    private final Access access;
    private final RecordTexts texts;
    private final DSLContext database;

    Recipients(LiveCatalog live, Access access, RecordTexts texts, DSLContext database) {
        this.live = live;
        this.access = access;
        this.texts = texts;
        this.database = database;
    }

    /**
     * Somebody who can be reached.
     *
     * @param address empty where only a phone is known
     * @param phone empty where none is known
     * @param named does the record itself point at them?
     */
    public record Recipient(String address, String name, String phone, boolean named) {}

    /** Of a record the actor sees, with the fields they may see: who has an address. */
    public List<Recipient> of(Actor actor, ObjectDefinition object, Row row) {
        return all(actor, object, row).stream()
                .filter(recipient -> !recipient.address().isEmpty())
                .limit(MOST)
                .toList();
    }

    /** The same with those of whom only a phone is known. */
    public List<Recipient> reachable(Actor actor, ObjectDefinition object, Row row) {
        return all(actor, object, row).stream().limit(MOST).toList();
    }

    private Collection<Recipient> all(Actor actor, ObjectDefinition object, Row row) {
        Catalog catalog = live.current();
        Map<String, Recipient> found = new LinkedHashMap<>();
        List<Pointed> pointed = pointed(catalog, actor, object, row);
        pointed.forEach(each -> read(actor, each.object(), List.of(each.row()), true, found));
        for (Pointed each : pointed) {
            for (Catalog.Child kind : catalog.children(each.object())) {
                if (kind.reference().type() instanceof IdType
                        && kind.within()
                        && !kind.lines()
                        && hasAddress(kind.object())
                        && access.may(actor, kind.object(), Verb.READ)) {
                    read(actor, kind.object(), within(actor, kind, each.row().id()), false, found);
                }
            }
        }
        return found.values();
    }

    private record Pointed(ObjectDefinition object, Row row) {}

    /** What it points at, first what lives within another of them: of a company and its employee, the employee. */
    private List<Pointed> pointed(Catalog catalog, Actor actor, ObjectDefinition object, Row row) {
        List<Pointed> pointed = new ArrayList<>();
        for (Field<?> field : object.fields()) {
            if (field.type() instanceof IdType(IdType.Records(String target))
                    && access.right(actor, object, field).atLeast(FieldRight.READ)
                    && row.get(field) instanceof Long id) {
                catalog.find(target)
                        .filter(far -> access.may(actor, far, Verb.READ))
                        .ifPresent(far -> new Pages(database)
                                .byIds(
                                        far,
                                        access.visibility(actor, far, Verb.READ),
                                        List.of(id),
                                        texts.fields(actor, far))
                                .forEach(found -> pointed.add(new Pointed(far, found))));
            }
        }
        pointed.sort(Comparator.comparing(each -> pointed.stream()
                .noneMatch(other -> catalog.children(other.object()).stream()
                        .anyMatch(child -> child.within()
                                && child.object().name().equals(each.object().name())))));
        return pointed;
    }

    private List<Row> within(Actor actor, Catalog.Child kind, long parent) {
        return new Pages(database)
                .page(Selection.of(kind.object(), access.visibility(actor, kind.object(), Verb.READ))
                        .where(Criterion.is(kind.reference(), parent))
                        .limit(MOST)
                        .reading(texts.fields(actor, kind.object())))
                .rows();
    }

    private void read(
            Actor actor, ObjectDefinition object, List<Row> rows, boolean named, Map<String, Recipient> found) {
        List<Field<?>> fields = texts.fields(actor, object);
        List<Map<String, String>> values = texts.of(actor, object, rows, fields, Language.CHINESE);
        for (Map<String, String> text : values) {
            String name = text.getOrDefault(object.title().name(), "");
            String phone = first(fields, text, TextualType.Form.PHONE);
            List<String> addresses = fields.stream()
                    .filter(field -> is(field, TextualType.Form.EMAIL))
                    .map(field -> text.getOrDefault(field.name(), ""))
                    .filter(Recipients::clear)
                    .toList();
            addresses.forEach(address -> found.putIfAbsent(address, new Recipient(address, name, phone, named)));
            if (addresses.isEmpty() && !phone.isEmpty()) {
                found.putIfAbsent(phone, new Recipient("", name, phone, named));
            }
        }
    }

    private static String first(List<Field<?>> fields, Map<String, String> text, TextualType.Form form) {
        return fields.stream()
                .filter(field -> is(field, form))
                .map(field -> text.getOrDefault(field.name(), ""))
                .filter(value -> !value.isEmpty() && !value.contains("*"))
                .findFirst()
                .orElse("");
    }

    /** A masked address is none. */
    private static boolean clear(String address) {
        return address.contains("@") && !address.contains("*");
    }

    private static boolean hasAddress(ObjectDefinition object) {
        return object.fields().stream().anyMatch(field -> is(field, TextualType.Form.EMAIL));
    }

    private static boolean is(Field<?> field, TextualType.Form asked) {
        return field.type() instanceof TextualType(TextualType.Form form, int _) && form == asked;
    }
}
