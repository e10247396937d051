package hengke.kernel.query;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources.Source;
import hengke.kernel.problem.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields that a filter speaks of, also those behind references and among children. */
public final class Mentioned {
    private final Names names;
    private final Set<Source> found = new LinkedHashSet<>();

    private Mentioned(Catalog catalog) {
        this.names = new Names(catalog, FieldGuard.ALL);
    }

    /** Of a filter that means nothing, those up to where it stops making sense; none without one. */
    public static Set<Source> in(Catalog catalog, ObjectDefinition object, @Nullable JsonNode filter) {
        Mentioned mentioned = new Mentioned(catalog);
        if (filter != null && !filter.isNull()) {
            try {
                mentioned.add(object, Filter.parse(filter));
            } catch (Refusal _) {
                // whoever asked for the filter is told elsewhere that it is broken
            }
        }
        return mentioned.found;
    }

    private void add(ObjectDefinition object, Filter filter) {
        switch (filter) {
            case Filter.And and -> and.terms().forEach(term -> add(object, term));
            case Filter.Or or -> or.terms().forEach(term -> add(object, term));
            case Filter.Not not -> add(object, not.term());
            case Filter.Compare compare -> {
                FieldPath path = names.path(object, compare.path(), compare.at());
                add(object, path.steps());
                found.add(new Source(path.owner(object), path.field()));
            }
            case Filter.Exists exists -> {
                Names.Children children = names.children(object, exists.relation(), exists.at());
                Catalog.Child child = children.relation();
                add(object, children.steps());
                found.add(new Source(child.object(), child.reference()));
                if (exists.where() != null) {
                    add(child.object(), exists.where());
                }
            }
        }
    }

    private void add(ObjectDefinition start, List<FieldPath.Step> steps) {
        ObjectDefinition from = start;
        for (FieldPath.Step step : steps) {
            found.add(new Source(from, step.reference()));
            from = step.target();
        }
    }
}
