package hengke.kernel.identity;

import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.problem.Refusal.Invalid;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What everybody may change about themselves: the password, and how the product looks. */
public final class Profile {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_PREFERENCES = 32_000;

    /** The preferences that the product itself reads, with what they may be; pages keep others beside them. */
    public static final Map<String, List<String>> KNOWN = Map.of(
            "language", Arrays.stream(Language.values()).map(Language::tag).toList(),
            "theme", List.of("light", "dark", "system"),
            "density", List.of("comfortable", "compact"));

    private final DSLContext dsl;
    private final People people;
    private final Passwords passwords;
    private final Duties duties;

    Profile(DSLContext dsl, People people, Passwords passwords, Duties duties) {
        this.dsl = dsl;
        this.people = people;
        this.passwords = passwords;
        this.duties = duties;
    }

    /** The language a person reads. */
    public Language language(long person) {
        return chosenLanguage(person).orElse(Language.CHINESE);
    }

    /** The language a person has chosen, if any. */
    public Optional<Language> chosenLanguage(long person) {
        return Optional.of(preferences(person).path("language").asString(""))
                .filter(tag -> !tag.isEmpty())
                .map(Language::of);
    }

    public ObjectNode preferences(long person) {
        return (ObjectNode) JSON.readTree(dsl.fetchSingle("select preferences from person where id = ?", person)
                .get("preferences", JSONB.class)
                .data());
    }

    /** Lays a change over the preferences; null takes one away. */
    public ObjectNode prefer(long person, ObjectNode change) {
        refuseUnknown(change);
        return dsl.transactionResult(transaction -> {
            String merged = transaction
                    .dsl()
                    .fetchSingle("""
                    update person set preferences = jsonb_strip_nulls(preferences || cast(? as jsonb))
                    where id = ? returning preferences
                    """, JSON.writeValueAsString(change), person)
                    .get("preferences", JSONB.class)
                    .data();
            if (merged.length() > MOST_PREFERENCES) {
                throw new Refusal.TooLarge(Message.of("identity.tooManyPreferences"));
            }
            return (ObjectNode) JSON.readTree(merged);
        });
    }

    private static void refuseUnknown(ObjectNode change) {
        List<FieldError> errors = KNOWN.entrySet().stream()
                .filter(known -> change.hasNonNull(known.getKey()))
                .filter(known ->
                        !known.getValue().contains(change.get(known.getKey()).asString("")))
                .map(known -> FieldError.of(
                        known.getKey(), Message.of("identity.unknownPreference", String.join(", ", known.getValue()))))
                .toList();
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    /** When the password runs out, if ever. */
    public Optional<Instant> passwordEnds(long person) {
        return duties.passwordEnds(person);
    }

    /** Sets a new password for somebody who knows the current one; all other sessions end. */
    public void changePassword(Identified.BySession who, String current, String wanted) {
        long person = who.actor().user();
        Record row = dsl.fetchSingle("select login, password_hash from person where id = ?", person);
        if (!passwords.matches(current, row.get("password_hash", String.class))) {
            throw Invalid.at("current", Message.of("identity.wrongPassword"));
        }
        String hash = people.ownPassword("new", person, row.get("login", String.class), wanted);
        Owed left = who.owes() == null ? null : duties.besidesPassword(person);
        dsl.transaction(transaction -> {
            people.setPassword(transaction.dsl(), person, hash, false);
            Sessions.endOthers(transaction.dsl(), person, who.session());
            Sessions.owes(transaction.dsl(), who.session(), left);
        });
    }
}
