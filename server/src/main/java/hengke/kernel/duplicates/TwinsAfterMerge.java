package hengke.kernel.duplicates;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.merging.Merge;
import hengke.kernel.metadata.Catalog.Child;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.settings.Settings;
import hengke.kernel.text.value.Likeness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What will stand twice on the record that stays: the same contact of both companies. */
public final class TwinsAfterMerge {
    private static final int COMPARED = 200;
    private static final double PARTS = 100;

    private final LiveCatalog catalog;
    private final Access access;
    private final Pages pages;
    private final Settings settings;

    TwinsAfterMerge(LiveCatalog catalog, Access access, Pages pages, Settings settings) {
        this.catalog = catalog;
        this.access = access;
        this.pages = pages;
        this.settings = settings;
    }

    /** Two records, each within another one of those that are merged. */
    public record Twins(ObjectDefinition object, Row one, Row other) {}

    /** Of the records that this person may see. */
    public List<Twins> of(Actor actor, ObjectDefinition object, List<Long> merged) {
        List<Twins> twins = new ArrayList<>();
        for (Child child : catalog.current().children(object)) {
            if (child.within()
                    && child.reference().type() instanceof IdType
                    && Merge.mergeable(child.object())
                    && access.may(actor, child.object(), Verb.READ)) {
                twins.addAll(among(child, rows(actor, child, merged)));
            }
        }
        return twins;
    }

    private List<Row> rows(Actor actor, Child child, List<Long> merged) {
        Set<Field<?>> fields = new LinkedHashSet<>(Identities.fields(child.object()));
        fields.add(child.reference());
        return pages.page(Selection.of(child.object(), access.visibility(actor, child.object(), Verb.READ))
                        .where(Criterion.in(child.reference(), merged))
                        .reading(List.copyOf(fields))
                        .limit(COMPARED))
                .rows();
    }

    private List<Twins> among(Child child, List<Row> rows) {
        double likely = settings.get(DuplicateSettings.LIKELY) / PARTS;
        List<Twins> twins = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                Row one = rows.get(i);
                Row other = rows.get(j);
                if (!Objects.equals(one.get(child.reference()), other.get(child.reference()))
                        && Likeness.of(Identities.of(child.object(), one), Identities.of(child.object(), other))
                                        .score()
                                >= likely) {
                    twins.add(new Twins(child.object(), one, other));
                }
            }
        }
        return twins;
    }
}
