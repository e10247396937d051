package hengke.capability.share;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Record4;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * A colleague is in a team once, and what the members of a team earn is at most all of it. What the product writes itself,
 * such as the union of two teams when records are merged, is not refused.
 */
@Component
final class TeamRule implements Rule {
    private static final BigDecimal ALL = new BigDecimal(100);

    private final Share share;

    TeamRule(Share share) {
        this.share = share;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(share.name());
    }

    /** The members of one record: who is in it, and how much is given away. */
    private static final class Team {
        private final Set<Long> members = new HashSet<>();
        private BigDecimal given = BigDecimal.ZERO;

        void add(long user, BigDecimal split) {
            members.add(user);
            given = given.add(split);
        }
    }

    @Override
    public void before(Batch batch) {
        List<Edit> joining = batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE && edit.after().get(share.about) != null)
                .filter(edit -> edit.action() == Action.RESTORE
                        || edit.changes(share.about)
                        || edit.changes(share.user)
                        || edit.changes(share.split))
                .toList();
        if (joining.isEmpty() || batch.caller().unlimited()) {
            return;
        }
        Map<Link, Team> teams = teams(batch, joining);
        for (Edit edit : joining) {
            Team team = teams.computeIfAbsent(edit.after().need(share.about), _ -> new Team());
            BigDecimal split = Objects.requireNonNullElse(edit.after().get(share.split), BigDecimal.ZERO);
            Long user = edit.after().get(share.user);
            if (user != null && team.members.contains(user)) {
                edit.refuse(share.user, Message.of("share.already"));
            } else if (split.signum() < 0) {
                edit.refuse(share.split, Message.of("share.negative"));
            } else if (split.signum() > 0 && team.given.add(split).compareTo(ALL) > 0) {
                edit.refuse(
                        share.split,
                        Message.of("share.tooMuch", percent(team.given), percent(ALL.subtract(team.given))));
            } else if (user != null) {
                team.add(user, split);
            }
        }
    }

    /** The teams as they are without what this batch changes; whoever changes the same team at once waits. */
    private Map<Link, Team> teams(Batch batch, List<Edit> joining) {
        Set<Link> about = new HashSet<>();
        Set<Long> changing = new HashSet<>();
        joining.forEach(edit -> about.add(edit.after().need(share.about)));
        batch.edits().forEach(edit -> {
            if (edit.action() != Action.CREATE && !edit.refused()) {
                changing.add(edit.before().id());
            }
        });
        String[] locks = about.stream()
                .map(link -> "team:" + link.object() + ":" + link.id())
                .sorted()
                .toArray(String[]::new);
        batch.database()
                .fetch(
                        "select pg_advisory_xact_lock(hashtextextended(lock, 0)) from unnest({0}::text[]) lock",
                        val(locks));
        var object = field(name("about_object"), SQLDataType.CLOB);
        var id = field(name("about_id"), SQLDataType.BIGINT);
        Map<Link, Team> teams = new HashMap<>();
        for (Record4<String, Long, Long, BigDecimal> found : batch.database()
                .select(
                        object,
                        id,
                        field(name(share.user.column()), SQLDataType.BIGINT),
                        field(name(share.split.column()), SQLDataType.NUMERIC))
                .from(table(name(share.name())))
                .where(row(object, id)
                        .in(about.stream()
                                .map(link -> row(link.object(), link.id()))
                                .toList()))
                .and(field(name("id"), SQLDataType.BIGINT).ne(DSL.all(changing.toArray(Long[]::new))))
                .and(field(name("deleted_at")).isNull())
                .fetch()) {
            teams.computeIfAbsent(new Link(found.value1(), found.value2()), _ -> new Team())
                    .add(found.value3(), Objects.requireNonNullElse(found.value4(), BigDecimal.ZERO));
        }
        return teams;
    }

    private static String percent(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString() + "%";
    }
}
