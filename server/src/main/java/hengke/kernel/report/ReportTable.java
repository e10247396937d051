package hengke.kernel.report;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.query.Aggregate.Dimension;
import hengke.kernel.query.Days;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A report, answered: what each dimension divides into, and the figures of every level.
 *
 * @param axes rows first, then columns
 * @param levels the finest first, the total last
 * @param filter which records it is about, for whoever opens a figure; null for all
 * @param days at which it looks; null for all times
 * @param at the moment of which it tells
 */
public record ReportTable(
        ObjectDefinition object,
        List<Axis> axes,
        List<Figure> figures,
        List<Groups> levels,
        @Nullable JsonNode filter,
        @Nullable Days days,
        Instant at) {
    public ReportTable {
        axes = List.copyOf(axes);
        figures = List.copyOf(figures);
        levels = List.copyOf(levels);
    }

    /** A dimension with its members in the order in which they are shown. */
    public record Axis(Dimension dimension, boolean onRows, List<Member> members) {
        public Axis {
            members = List.copyOf(members);
        }

        /** What it is called: the references crossed, then the field. */
        public String label(ObjectDefinition object, Language language) {
            return Stream.concat(
                            dimension.path().stream()
                                    .map(step -> step.reference().label()),
                            Stream.of(dimension
                                    .owner(object)
                                    .field(dimension.field().name())
                                    .map(Field::label)
                                    .orElse(dimension.field().label())))
                    .map(label -> label.in(language))
                    .collect(Collectors.joining(" · "));
        }
    }

    /** The groups of one level, by the axes at these places, in the order in which they are shown. */
    public record Groups(List<Integer> by, List<Group> groups) {
        public Groups {
            by = List.copyOf(by);
            groups = List.copyOf(groups);
        }
    }

    /**
     * One group.
     *
     * @param at the member of each axis of its level, by its place
     * @param values of the figures
     * @param before the same of what it is compared with; null where nothing is compared
     */
    public record Group(
            List<Integer> at,
            List<@Nullable Object> values,
            @Nullable List<@Nullable Object> before) {}
}
