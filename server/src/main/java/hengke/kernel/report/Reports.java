package hengke.kernel.report;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Aggregate.Dimension;
import hengke.kernel.query.Aggregates;
import hengke.kernel.query.FormulaMemory;
import hengke.kernel.report.ReportTable.Axis;
import hengke.kernel.report.ReportTable.Group;
import hengke.kernel.report.ReportTable.Groups;
import hengke.kernel.transfer.exporting.RecordTexts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers questions for figures, with the eyes of whoever asks. */
@Component
public final class Reports {
    /** How long the database may think about one statement of a report. */
    private static final int SECONDS = 20;
    /** What the database says of a statement that took longer. */
    private static final String CANCELLED = "57014";

    private final LiveCatalog catalog;
    private final Access access;
    private final RecordTexts texts;
    private final LiveOrganisation organisation;
    private final DSLContext database;
    private final Clock clock;

    Reports(
            LiveCatalog catalog,
            Access access,
            RecordTexts texts,
            LiveOrganisation organisation,
            DSLContext database,
            Clock clock) {
        this.catalog = catalog;
        this.access = access;
        this.texts = texts;
        this.organisation = organisation;
        this.database = database;
        this.clock = clock;
    }

    /** The answer in one language; all of one moment, because nothing else is written in between that it could see. */
    public ReportTable answer(Actor actor, Question question, Language language) {
        ObjectDefinition object = catalog.current()
                .find(question.object())
                .filter(found -> access.may(actor, found, Verb.READ))
                .orElseThrow(() -> Refusal.Invalid.at("object", Message.of("report.object")));
        Report report = new ReportResolver(access, actor).resolve(object, question);
        Calculation calculation =
                new Calculation(report.figures(), report.aggregate(), FormulaMemory.ofRowAlone(database));
        Taking.Taken taken = taken(report, calculation);
        List<Level> now = figures(taken.now(), calculation);
        List<Level> before = figures(taken.before(), calculation);
        Map<Integer, List<Member>> members =
                members(report, now, before, new Members(texts, actor, object, organisation.get(), language));
        return table(report, now, before, members);
    }

    private Taking.Taken taken(Report report, Calculation calculation) {
        try {
            return database.transactionResult(transaction -> {
                DSLContext inside = transaction.dsl();
                inside.execute("set transaction isolation level repeatable read, read only");
                inside.execute("set local statement_timeout = '" + SECONDS + "s'");
                return new Taking(new Aggregates(inside), report, calculation).taken();
            });
        } catch (DataAccessException e) {
            if (CANCELLED.equals(e.sqlState())) {
                throw Refusal.Invalid.at("filter", Message.of("report.slow", SECONDS));
            }
            throw e;
        }
    }

    private static List<Level> figures(List<Level> levels, Calculation calculation) {
        return levels.stream().map(level -> level.valued(calculation::figures)).toList();
    }

    /** Of each dimension by its place, in the order in which they are shown. */
    private static Map<Integer, List<Member>> members(Report report, List<Level> now, List<Level> before, Members of) {
        Map<Integer, List<Member>> members = new HashMap<>();
        List<Dimension> dimensions = report.aggregate().dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            Set<@Nullable Object> keys = new LinkedHashSet<>();
            int place = i;
            List<Level> both = new ArrayList<>(now);
            both.addAll(before);
            both.stream()
                    .filter(level -> level.by().contains(place))
                    .forEach(level -> level.cells()
                            .keySet()
                            .forEach(each -> keys.add(each.get(level.by().indexOf(place)))));
            boolean others = keys.remove(Taking.OTHERS);
            if (report.gaps() && !(place == 0 && report.chooses())) {
                keys.addAll(Members.filled(dimensions.get(i).bucket(), keys, report, dimensions.get(i)));
            }
            List<Member> its = new ArrayList<>(of.of(dimensions.get(i), keys));
            Report.Sorted sort = report.sort();
            if (sort != null && i == 0 && report.rows() > 0) {
                its.sort(Comparator.comparing(
                        member -> value(now, List.of(0), List.of(member), sort.figure()),
                        Calculation.order(sort.descending())));
            }
            if (others) {
                its.add(of.others());
            }
            members.put(i, its);
        }
        return members;
    }

    private static @Nullable Object value(List<Level> levels, List<Integer> by, List<Member> members, int figure) {
        List<@Nullable Object> keys = new ArrayList<>();
        members.forEach(member -> keys.add(key(member)));
        return levels.stream()
                .filter(level -> level.by().equals(by))
                .findFirst()
                .map(level -> level.cells().get(keys))
                .map(values -> values.get(figure))
                .orElse(null);
    }

    private static @Nullable Object key(Member member) {
        return member.others() ? Taking.OTHERS : member.key();
    }

    private ReportTable table(Report report, List<Level> now, List<Level> before, Map<Integer, List<Member>> members) {
        List<Axis> axes = IntStream.range(0, report.aggregate().dimensions().size())
                .mapToObj(i -> new Axis(
                        report.aggregate().dimensions().get(i), i < report.rows(), members.getOrDefault(i, List.of())))
                .toList();
        Showing showing = new Showing(report, now, members);
        Showing showingBefore = new Showing(report, before, members);
        List<Groups> levels = IntStream.range(0, now.size())
                .mapToObj(i -> groups(
                        report,
                        now,
                        showing.shown(now.get(i)),
                        before.isEmpty() ? null : showingBefore.shown(before.get(i)),
                        axes))
                .toList();
        return new ReportTable(report.object(), axes, report.figures(), levels, report.narrowing(), clock.instant());
    }

    private static Groups groups(
            Report report, List<Level> levels, Level now, @Nullable Level before, List<Axis> axes) {
        Set<List<@Nullable Object>> all = new LinkedHashSet<>(now.cells().keySet());
        if (before != null) {
            all.addAll(before.cells().keySet());
        }
        List<Map<@Nullable Object, Integer>> places =
                now.by().stream().map(axis -> places(axes.get(axis).members())).toList();
        List<@Nullable Object> nothing = new ArrayList<>();
        report.figures().forEach(_ -> nothing.add(null));
        List<Group> groups = new ArrayList<>();
        for (List<@Nullable Object> keys : all) {
            List<Integer> at = IntStream.range(0, keys.size())
                    .mapToObj(i -> places.get(i).getOrDefault(keys.get(i), -1))
                    .toList();
            groups.add(new Group(
                    at,
                    now.cells().getOrDefault(keys, nothing),
                    before == null ? null : before.cells().getOrDefault(keys, nothing)));
        }
        groups.sort(new Nested(report, levels, now.by(), axes));
        return new Groups(now.by(), groups);
    }

    private static Map<@Nullable Object, Integer> places(List<Member> members) {
        Map<@Nullable Object, Integer> places = new HashMap<>();
        members.forEach(member -> places.put(key(member), places.size()));
        return places;
    }
}
