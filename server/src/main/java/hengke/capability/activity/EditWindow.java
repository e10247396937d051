package hengke.capability.activity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Circumstance;
import hengke.kernel.access.Limit;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Check;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionMemory;
import hengke.kernel.query.Neighbours;
import hengke.kernel.settings.SettingValues;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A follow-up stays as it was told: it may be changed only for a while, by those whom the company trusts with it. */
@Component
final class EditWindow implements Circumstance {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Activity activity;
    private final Settings settings;
    private final Clock clock;

    EditWindow(Activity activity, Settings settings, Clock clock) {
        this.activity = activity;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Limit> limit(Organisation now, Actor actor, ObjectDefinition object, Verb verb) {
        if (!object.name().equals(activity.name()) || verb != Verb.EDIT && verb != Verb.DELETE) {
            return Optional.empty();
        }
        SettingValues decided = settings.values();
        Criterion mine = byWhom(decided.get(FollowUpSettings.EDITORS), now, actor);
        Criterion young = howLong(decided);
        return mine instanceof Criterion.Always && young instanceof Criterion.Always
                ? Optional.empty()
                : Optional.of(new Limit(
                        Criterion.all(mine, young), rule(decided), row -> refusal(object, decided, now, mine, row)));
    }

    private static Criterion byWhom(String editors, Organisation now, Actor actor) {
        Set<Long> authors = new HashSet<>(Set.of(actor.user()));
        if (editors.equals(FollowUpSettings.SUPERIORS)) {
            authors.addAll(now.subordinates(actor.user()));
        }
        return editors.equals(FollowUpSettings.ANYBODY)
                ? Criterion.ALWAYS
                : Criterion.in(
                        SystemFields.CREATED_BY, authors.stream().sorted().toList());
    }

    private Criterion howLong(SettingValues decided) {
        return switch (decided.get(FollowUpSettings.EDITABLE)) {
            case FollowUpSettings.NEVER -> Criterion.NEVER;
            case FollowUpSettings.WINDOW ->
                new Criterion.Test(
                        SystemFields.CREATED_AT,
                        new Check.Range(new Check.Bound(clock.instant().minus(window(decided)), true), null));
            default -> Criterion.ALWAYS;
        };
    }

    private static Duration window(SettingValues decided) {
        return Duration.ofHours(decided.get(FollowUpSettings.HOURS));
    }

    private static Message rule(SettingValues decided) {
        Message editors = Message.of("activity.editors." + decided.get(FollowUpSettings.EDITORS));
        return switch (decided.get(FollowUpSettings.EDITABLE)) {
            case FollowUpSettings.NEVER -> Message.of("activity.neverEditable");
            case FollowUpSettings.WINDOW ->
                Message.of("activity.editableFor", editors, decided.get(FollowUpSettings.HOURS));
            default -> Message.of("activity.editableBy", editors);
        };
    }

    private static Message refusal(
            ObjectDefinition object, SettingValues decided, Organisation now, Criterion mine, Row row) {
        Instant written = row.get(SystemFields.CREATED_AT);
        boolean over = decided.get(FollowUpSettings.EDITABLE).equals(FollowUpSettings.WINDOW);
        boolean theirs = new CriterionMemory(object, Neighbours.NONE).holds(mine, row);
        return over && written != null && theirs
                ? Message.of(
                        "activity.editableUntil",
                        MINUTE.format(written.plus(window(decided))
                                .atZone(now.company().timeZone())),
                        decided.get(FollowUpSettings.HOURS))
                : rule(decided);
    }
}
