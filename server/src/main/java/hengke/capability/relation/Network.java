package hengke.capability.relation;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Page;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What hangs together with what, as far as one person may see it. Read in sets: one statement for each kind of tie, and
 * one for each kind of record, whose ends nobody else's eyes are needed for.
 */
public final class Network {
    private final Catalog catalog;
    private final Access access;
    private final Actor actor;
    private final Pages pages;
    private final List<Tie> ties;

    public Network(Catalog catalog, Access access, Actor actor, Pages pages) {
        this.catalog = catalog;
        this.access = access;
        this.actor = actor;
        this.pages = pages;
        this.ties = new Ties(catalog, access, actor).all();
    }

    /**
     * Ties that were found.
     *
     * @param cut there are more than were read
     */
    record Found(List<Tie.Knot> knots, boolean cut) {}

    /** Every tie of which at least one end is among these. */
    Found around(Collection<Link> ends) {
        return find(ends, false);
    }

    /** Every tie of which both ends are among these. */
    Found among(Collection<Link> ends) {
        return find(ends, true);
    }

    /** Those of these records that the person may see, with title and owner. */
    Map<Link, Row> seen(Collection<Link> links) {
        Map<Link, Row> seen = new LinkedHashMap<>();
        byObject(links).forEach((name, ids) -> {
            ObjectDefinition object = catalog.object(name);
            pages.byIds(object, access.visibility(actor, object, Verb.READ), ids, shown(object))
                    .forEach(row -> seen.put(new Link(name, row.id()), row));
        });
        return seen;
    }

    /** Who has the record, if the person may know. */
    public @Nullable Long owner(Link link, Row row) {
        return owned(catalog.object(link.object())) ? row.get(Owned.OWNER) : null;
    }

    private Found find(Collection<Link> ends, boolean both) {
        Map<String, Set<Long>> ids = byObject(ends);
        List<Tie.Knot> knots = new ArrayList<>();
        boolean cut = false;
        for (Tie tie : ties) {
            Criterion near =
                    Criterion.in(tie.near(), ids.getOrDefault(tie.nearObject().name(), Set.of()));
            Criterion far =
                    Criterion.in(tie.far(), ids.getOrDefault(tie.farObject().name(), Set.of()));
            Criterion which = both ? Criterion.all(near, far) : Criterion.any(near, far);
            if (!(which instanceof Criterion.Never)) {
                Page page = pages.page(Selection.of(tie.object(), access.visibility(actor, tie.object(), Verb.READ))
                        .where(Criterion.all(which, Criterion.present(tie.far())))
                        .reading(fields(tie))
                        .limit(Selection.MOST));
                page.rows().forEach(row -> knots.add(new Tie.Knot(tie, row)));
                cut |= page.next() != null;
            }
        }
        return new Found(knots, cut);
    }

    private static List<Field<?>> fields(Tie tie) {
        List<Field<?>> fields = new ArrayList<>(tie.told());
        fields.add(tie.near());
        fields.add(tie.far());
        return fields;
    }

    private List<Field<?>> shown(ObjectDefinition object) {
        Set<Field<?>> shown = new LinkedHashSet<>(List.of(object.title()));
        if (owned(object)) {
            shown.add(Owned.OWNER);
        }
        subtitle(object).ifPresent(shown::add);
        return List.copyOf(shown);
    }

    /** What tells a record apart beside its name: the first key fact in words. */
    public Optional<Field<?>> subtitle(ObjectDefinition object) {
        return object.with(Trait.HEADLINE).stream()
                .filter(field -> field.kind().equals("text") || field.kind().equals("choice"))
                .filter(field -> access.right(actor, object, field).atLeast(FieldRight.READ))
                .findFirst();
    }

    private boolean owned(ObjectDefinition object) {
        return object.has(Owned.class)
                && object.field(Owned.OWNER.name())
                        .filter(field -> access.right(actor, object, field).atLeast(FieldRight.READ))
                        .isPresent();
    }

    private static Map<String, Set<Long>> byObject(Collection<Link> links) {
        Map<String, Set<Long>> ids = new LinkedHashMap<>();
        links.forEach(link ->
                ids.computeIfAbsent(link.object(), _ -> new LinkedHashSet<>()).add(link.id()));
        return ids;
    }
}
