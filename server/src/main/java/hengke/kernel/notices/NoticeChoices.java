package hengke.kernel.notices;

import java.util.Map;
import org.jooq.DSLContext;

/** By which ways people want to be told of what. */
public final class NoticeChoices {
    private final DSLContext database;

    NoticeChoices(DSLContext database) {
        this.database = database;
    }

    /**
     * The ways of one kind.
     *
     * @param app counted as new and shown when it comes; otherwise it only stands in the list
     * @param mail also by e-mail
     */
    public record Ways(boolean app, boolean mail) {
        static final Ways USUAL = new Ways(true, false);
    }

    /** What a person has chosen for themselves, by kind. */
    public Map<String, Ways> of(long person) {
        return database.fetch("select kind, app, mail from notice_choice where person = ?", person)
                .intoMap(
                        row -> row.get("kind", String.class),
                        row -> new Ways(row.get("app", Boolean.class), row.get("mail", Boolean.class)));
    }

    /** How a person is told of a kind, where nothing was chosen as usual. */
    public static Ways usual() {
        return Ways.USUAL;
    }

    Ways of(DSLContext transaction, long person, String kind) {
        return transaction
                .fetchOptional("select app, mail from notice_choice where person = ? and kind = ?", person, kind)
                .map(row -> new Ways(row.get("app", Boolean.class), row.get("mail", Boolean.class)))
                .orElse(Ways.USUAL);
    }

    public void choose(long person, String kind, Ways ways) {
        NoticeKinds.require(kind);
        database.execute("""
                insert into notice_choice (person, kind, app, mail) values (?, ?, ?, ?)
                on conflict (person, kind) do update set app = excluded.app, mail = excluded.mail""", person, kind, ways.app(), ways.mail());
    }
}
