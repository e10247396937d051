package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.PeopleGroup;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** The groups of people as administrators manage them. */
public final class PeopleGroups {
    private final OrganisationChanges changes;
    private final Clock clock;

    PeopleGroups(OrganisationChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Adds a group; the id and version given do not count. Answers its id. */
    public long add(Actor by, PeopleGroup group) {
        return changes.make(by, within -> {
            check(within, group);
            return within.fetchSingle(
                            """
                    insert into people_group (name, people, created_at, created_by, updated_at, updated_by)
                    values (?, cast(? as bigint[]), cast(? as timestamptz), ?, cast(? as timestamptz), ?)
                    returning id
                    """,
                            group.name(),
                            group.people().toArray(Long[]::new),
                            clock.instant(),
                            by.user(),
                            clock.instant(),
                            by.user())
                    .get("id", Long.class);
        });
    }

    /** Changes a group, seen at the version given. */
    public void change(Actor by, PeopleGroup group) {
        changes.make(by, within -> {
            OrganisationChanges.requireCurrent(within, "people_group", group.id(), group.version());
            check(within, group);
            return within.execute(
                    """
                    update people_group
                    set name = ?, people = cast(? as bigint[]), version = version + 1,
                        updated_at = cast(? as timestamptz), updated_by = ?
                    where id = ?
                    """, group.name(), group.people().toArray(Long[]::new), clock.instant(), by.user(), group.id());
        });
    }

    /** Removes a group that none of these names. */
    public void remove(Actor by, long id, Collection<NamesGroups> named) {
        changes.make(by, within -> {
            if (!Rows.exist(within, "select from people_group where id = ?", id)) {
                throw new Refusal.NotFound();
            }
            List<String> names =
                    named.stream().flatMap(each -> each.naming(id).stream()).toList();
            if (!names.isEmpty()) {
                throw new Refusal.Conflict(
                        "inUse", Message.of("identity.groupInUse", String.join("、", names)), Map.of());
            }
            return within.execute("delete from people_group where id = ?", id);
        });
    }

    /** In how many groups somebody is. */
    public int of(DSLContext within, long person) {
        return within.fetchSingle("select count(*) from people_group where ? = any (people)", person)
                .get(0, Integer.class);
    }

    /** Gives somebody's place in every group to somebody else, within a transaction; how many groups have changed. */
    public int pass(DSLContext within, Actor by, long from, long to) {
        changes.requireAdministrator(by);
        int passed = within.execute("""
                update people_group set version = version + 1,
                    people = case when ? = any (people) then array_remove(people, ?)
                                  else array_replace(people, ?, ?) end
                where ? = any (people)
                """, to, from, from, to, from);
        if (passed > 0) {
            OrganisationChanges.tellChanged(within);
        }
        return passed;
    }

    private static void check(DSLContext within, PeopleGroup group) {
        List<FieldError> errors = new ArrayList<>();
        if (Rows.exist(
                within,
                "select from people_group where lower(name) = lower(?) and id <> ?",
                group.name(),
                group.id())) {
            errors.add(FieldError.of("name", Message.of("identity.taken")));
        }
        if (!group.people().stream()
                .allMatch(person -> Rows.exist(within, "select from person where id > 0 and id = ?", person))) {
            errors.add(FieldError.of("people", Message.of("identity.unknown")));
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }
}
