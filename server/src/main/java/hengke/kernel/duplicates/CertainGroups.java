package hengke.kernel.duplicates;

import hengke.kernel.access.Actor;
import hengke.kernel.duplicates.DuplicateGroups.Found;
import hengke.kernel.merging.BestValues.Best;
import hengke.kernel.merging.Merge;
import hengke.kernel.merging.MergePreview;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Commands;
import hengke.kernel.settings.Settings;
import hengke.kernel.text.value.ContactKeys;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Merges the groups that need no looking at: certainly the same, every record in sight, and nothing to choose between.
 * A few at a time, each group an operation of its own.
 */
public final class CertainGroups {
    private static final int GROUPS = 20;
    private static final double PARTS = 100;

    private final DuplicateGroups groups;
    private final MergePreview preview;
    private final Commands commands;
    private final Settings settings;

    CertainGroups(DuplicateGroups groups, MergePreview preview, Commands commands, Settings settings) {
        this.groups = groups;
        this.preview = preview;
        this.commands = commands;
        this.settings = settings;
    }

    /**
     * What became, or would become, of some groups.
     *
     * @param records that went, or would go, into others
     * @param conflicting groups that somebody has to look at
     * @param refused groups that this person may not merge
     * @param next where to go on; null at the end
     */
    public record Part(
            int merged,
            int records,
            int conflicting,
            int refused,
            @Nullable String next) {}

    /** The next groups after this one: merged, or only looked at. */
    public Part part(Caller caller, ObjectDefinition object, @Nullable String after, boolean dryRun) {
        List<Found> found =
                groups.page(caller.actor(), object, settings.get(DuplicateSettings.CERTAIN) / PARTS, after, GROUPS);
        int merged = 0;
        int records = 0;
        int conflicting = 0;
        int refused = 0;
        for (Found group : found) {
            if (!group.whole() || group.unseen() > 0 || group.reasons().isEmpty()) {
                conflicting++;
                continue;
            }
            switch (attempt(caller, object, group, dryRun)) {
                case MERGED -> {
                    merged++;
                    records += group.records().size() - 1;
                }
                case CONFLICTING -> conflicting++;
                case REFUSED -> refused++;
            }
        }
        String next = found.size() < GROUPS ? null : found.getLast().cursor();
        return new Part(merged, records, conflicting, refused, next);
    }

    private enum Outcome {
        MERGED,
        CONFLICTING,
        REFUSED
    }

    private Outcome attempt(Caller caller, ObjectDefinition object, Found group, boolean dryRun) {
        try {
            MergePreview.Shown shown = shown(caller.actor(), object, group);
            if (shown.refusal() != null) {
                return Outcome.REFUSED;
            }
            if (shown.fields().stream().anyMatch(choice -> conflicts(choice.best(), shown.rows()))) {
                return Outcome.CONFLICTING;
            }
            if (!dryRun) {
                commands.runTogether(
                        caller,
                        object,
                        group.records(),
                        Merge.NAME,
                        JsonMapper.shared().createObjectNode().put("into", shown.into()));
            }
            return Outcome.MERGED;
        } catch (Refusal refusal) {
            return Outcome.REFUSED;
        }
    }

    private MergePreview.Shown shown(Actor actor, ObjectDefinition object, Found group) {
        return preview.of(actor, object, group.records(), null, null);
    }

    /** Different values, other than the same name, number or address written in another way. */
    private static boolean conflicts(Best best, List<Row> rows) {
        Field<?> field = best.field();
        if (!best.differ() || field.traits().is(Trait.TITLE)) {
            return false;
        }
        return rows.stream()
                        .map(row -> row.get(field))
                        .filter(Objects::nonNull)
                        .map(value -> plain(field, value))
                        .distinct()
                        .count()
                > 1;
    }

    private static Object plain(Field<?> field, Object value) {
        return switch (field.type()) {
            case TextualType(TextualType.Form form, int _)
            when form == TextualType.Form.PHONE -> ContactKeys.phone(value.toString());
            case TextualType(TextualType.Form form, int _)
            when form == TextualType.Form.EMAIL -> ContactKeys.email(value.toString());
            default -> value;
        };
    }
}
