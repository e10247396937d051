package hengke.kernel.report;

import hengke.kernel.report.ReportTable.Axis;
import hengke.kernel.report.ReportTable.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of groups: as the members of their axes stand, and below another row by the figure that is sorted by. */
final class Nested implements Comparator<Group> {
    private final Report report;
    private final List<Level> levels;
    private final List<Integer> by;
    private final List<Axis> axes;

    Nested(Report report, List<Level> levels, List<Integer> by, List<Axis> axes) {
        this.report = report;
        this.levels = levels;
        this.by = by;
        this.axes = axes;
    }

    @Override
    public int compare(Group one, Group other) {
        for (int i = 0; i < by.size(); i++) {
            int same = one.at().get(i).compareTo(other.at().get(i));
            if (same != 0) {
                Report.Sorted sort = report.sort();
                int sorted = sort != null && i > 0 && by.get(i) < report.rows()
                        ? Calculation.order(sort.descending())
                                .compare(value(one, i, sort.figure()), value(other, i, sort.figure()))
                        : 0;
                return sorted == 0 ? same : sorted;
            }
        }
        return 0;
    }

    /** The figure of the row down to this depth. */
    private @Nullable Object value(Group group, int depth, int figure) {
        List<@Nullable Object> keys = new ArrayList<>();
        for (int i = 0; i <= depth; i++) {
            Member member = axes.get(by.get(i)).members().get(group.at().get(i));
            keys.add(member.others() ? Taking.OTHERS : member.key());
        }
        List<Integer> wanted = by.subList(0, depth + 1);
        for (Level level : levels) {
            if (level.by().equals(wanted)) {
                List<@Nullable Object> values = level.cells().get(keys);
                return values == null ? null : values.get(figure);
            }
        }
        return null;
    }
}
