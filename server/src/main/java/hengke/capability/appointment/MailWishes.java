package hengke.capability.appointment;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What people want to have by mail as well; nothing, unless they say so. */
@Component
public final class MailWishes {
    private final DSLContext database;

    MailWishes(DSLContext database) {
        this.database = database;
    }

    /** What one person wants. */
    public record Wish(boolean invitations, boolean reminders) {
        static final Wish NOTHING = new Wish(false, false);
    }

    public Wish of(long person) {
        return Optional.ofNullable(
                        database.fetchOne("select invitations, reminders from calendar_mail where person = ?", person))
                .map(row -> new Wish(row.get("invitations", Boolean.class), row.get("reminders", Boolean.class)))
                .orElse(Wish.NOTHING);
    }

    public void change(long person, Wish wish) {
        database.execute("""
                insert into calendar_mail (person, invitations, reminders) values (?, ?, ?)
                on conflict (person) do update
                set invitations = excluded.invitations, reminders = excluded.reminders""", person, wish.invitations(), wish.reminders());
    }
}
