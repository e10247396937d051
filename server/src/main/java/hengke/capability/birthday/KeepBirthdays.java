package hengke.capability.birthday;

import hengke.kernel.calendar.LunarDay;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads a lunar birthday as people write it, derives it from the solar one where it is not given, and knows the next. */
@Component
final class KeepBirthdays implements Rule {
    private final LiveOrganisation organisation;
    private final Clock clock;

    KeepBirthdays(LiveOrganisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Celebrated.class);
    }

    @Override
    public void before(Batch batch) {
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), organisation.get().company().timeZone());
        for (Edit edit : batch.open()) {
            boolean touched = edit.changes(Celebrated.BIRTHDAY)
                    || edit.changes(Celebrated.CALENDAR)
                    || edit.changes(Celebrated.LUNAR_BIRTHDAY)
                    || edit.action() == Action.RESTORE;
            if (touched && edit.action() != Action.DELETE) {
                read(edit);
                derive(edit);
                edit.set(Celebrated.NEXT, Birthday.next(edit.after(), today));
            }
        }
    }

    private static void read(Edit edit) {
        String said = edit.after().get(Celebrated.LUNAR_BIRTHDAY);
        if (said != null && edit.changes(Celebrated.LUNAR_BIRTHDAY)) {
            Optional<LunarDay> day = LunarDay.read(said);
            day.ifPresentOrElse(
                    read -> edit.set(Celebrated.LUNAR_BIRTHDAY, read.text()),
                    () -> edit.refuse(Celebrated.LUNAR_BIRTHDAY, Message.of("birthday.unreadable")));
        }
    }

    /** A lunar birthday that was derived follows when the solar one is put right. */
    private static void derive(Edit edit) {
        LocalDate born = edit.after().get(Celebrated.BIRTHDAY);
        if (born == null || !Birthday.lunar(edit.after()) || edit.changes(Celebrated.LUNAR_BIRTHDAY)) {
            return;
        }
        String kept = edit.after().get(Celebrated.LUNAR_BIRTHDAY);
        LocalDate before = edit.before().get(Celebrated.BIRTHDAY);
        if (kept == null || before != null && kept.equals(LunarDay.of(before).text())) {
            edit.set(Celebrated.LUNAR_BIRTHDAY, LunarDay.of(born).text());
        }
    }
}
