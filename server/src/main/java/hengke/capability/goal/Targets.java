package hengke.capability.goal;

import static org.jooq.impl.DSL.val;

import hengke.capability.goal.Subject.Kind;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Department;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Writer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The targets as they are set, month by month; each with a version of its own, so that two editors never overwrite. */
@Component
public final class Targets {
    private static final String COLUMNS = "measure, person, department, month, amount, version, changed_by";

    private final DSLContext database;
    private final LiveOrganisation organisation;
    private final Writer writer;
    private final Clock clock;

    Targets(DSLContext database, LiveOrganisation organisation, Writer writer, Clock clock) {
        this.database = database;
        this.organisation = organisation;
        this.writer = writer;
        this.clock = clock;
    }

    /** Of whom and for which month, by its first day. */
    public record Cell(Subject subject, LocalDate month) {}

    /** What is aimed at; a target that was taken away has no amount, and its version goes on. */
    public record Target(
            String measure, Cell cell, @Nullable BigDecimal amount, long version, long by) {}

    /**
     * What somebody wants to set.
     *
     * @param version that was seen; 0 where there was none
     */
    public record Wish(Cell cell, @Nullable BigDecimal amount, long version) {}

    /** Everybody's targets by these measures within a span. */
    public List<Target> of(Collection<String> measures, Span span) {
        return database.fetch(
                        "select " + COLUMNS + " from target where measure = any({0}) and month >= {1} and month < {2}",
                        val(measures.toArray(String[]::new)),
                        val(span.from()),
                        val(span.until()))
                .map(Targets::read);
    }

    /**
     * Sets all of them, or none: when somebody was faster at one of them, a conflict tells at which, and what stands there
     * now.
     */
    public List<Target> save(Actor by, Measure measure, List<Wish> wishes) {
        List<Wish> ordered = wishes.stream()
                .sorted(Comparator.comparing((Wish wish) -> wish.cell().month())
                        .thenComparing(wish -> wish.cell().subject().kind())
                        .thenComparing(wish -> wish.cell().subject().id()))
                .toList();
        return writer.inTransaction(within -> {
            Map<Cell, Target> before = standing(within, measure, ordered);
            List<Target> written = write(within, by, measure, ordered);
            if (written.size() < ordered.size()) {
                Map<Cell, Target> others = standing(within, measure, ordered);
                written.forEach(mine -> others.remove(mine.cell()));
                throw conflict(ordered, others);
            }
            log(within, by, measure, before, written);
            return written;
        });
    }

    /** Takes the targets of people away for good, as if nobody had ever set them. */
    public void forget(Collection<Long> people) {
        database.execute("delete from target where person = any({0})", val(people.toArray(Long[]::new)));
    }

    private static Map<Cell, Target> standing(DSLContext within, Measure measure, List<Wish> wishes) {
        return within
                .fetch(
                        "select " + COLUMNS + " from target where measure = {0} and month = any({1})",
                        val(measure.key()),
                        val(wishes.stream()
                                .map(wish -> wish.cell().month())
                                .distinct()
                                .toArray(LocalDate[]::new)))
                .map(Targets::read)
                .stream()
                .collect(Collectors.toMap(Target::cell, Function.identity(), (one, _) -> one, HashMap::new));
    }

    /** Those that were as they had been seen; in one order, so that two editors never wait for each other in a circle. */
    private List<Target> write(DSLContext within, Actor by, Measure measure, List<Wish> wishes) {
        @Nullable Long[] people = new @Nullable Long[wishes.size()];
        @Nullable Long[] departments = new @Nullable Long[wishes.size()];
        LocalDate[] months = new LocalDate[wishes.size()];
        @Nullable BigDecimal[] amounts = new @Nullable BigDecimal[wishes.size()];
        Long[] seen = new Long[wishes.size()];
        for (int i = 0; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            Subject subject = wish.cell().subject();
            people[i] = subject.kind() == Kind.PERSON ? subject.id() : null;
            departments[i] = subject.kind() == Kind.DEPARTMENT ? subject.id() : null;
            months[i] = wish.cell().month();
            amounts[i] = wish.amount();
            seen[i] = wish.version();
        }
        return within.fetch(
                        """
                        insert into target (measure, person, department, month, amount, version, changed_at, changed_by)
                        select {0}, wish.person, wish.department, wish.month, wish.amount, wish.seen + 1, {6}, {7}
                        from unnest({1}, {2}, {3}, {4}, {5})
                            with ordinality as wish (person, department, month, amount, seen, place)
                        order by wish.place
                        on conflict on constraint target_once do update
                            set amount = excluded.amount, version = excluded.version,
                                changed_at = excluded.changed_at, changed_by = excluded.changed_by
                            where target.version = excluded.version - 1
                        returning measure, person, department, month, amount, version, changed_by""",
                        val(measure.key()),
                        val(people),
                        val(departments),
                        val(months),
                        val(amounts),
                        val(seen),
                        DSL.val(clock.instant(), SQLDataType.INSTANT),
                        val(by.user()))
                .map(Targets::read);
    }

    private Refusal conflict(List<Wish> wishes, Map<Cell, Target> standing) {
        Organisation now = organisation.get();
        List<Map<String, @Nullable Object>> cells = new ArrayList<>();
        for (Wish wish : wishes) {
            Target other = standing.get(wish.cell());
            if (other != null) {
                Map<String, @Nullable Object> cell = new HashMap<>();
                cell.put("kind", wish.cell().subject().kind().wire());
                cell.put("id", wish.cell().subject().id());
                cell.put("month", wish.cell().month());
                cell.put(
                        "amount", other.amount() == null ? null : other.amount().toPlainString());
                cell.put("version", other.version());
                cell.put("by", now.person(other.by()).map(Person::name).orElse(null));
                cells.add(cell);
            }
        }
        return new Refusal.Conflict("stale", Message.of("target.stale", cells.size()), Map.of("cells", cells));
    }

    private void log(DSLContext within, Actor by, Measure measure, Map<Cell, Target> before, List<Target> written) {
        ObjectNode was = JsonMapper.shared().createObjectNode();
        ObjectNode is = JsonMapper.shared().createObjectNode();
        for (Target target : written) {
            String cell = named(target.cell().subject()) + " "
                    + YearMonth.from(target.cell().month());
            Target earlier = before.get(target.cell());
            was.put(cell, earlier == null ? null : earlier.amount());
            is.put(cell, target.amount());
        }
        AdministrationLog.record(
                within,
                by,
                clock.instant(),
                new AdministrationLog.Subject("targets", null, measure.label().chinese()),
                was,
                is);
    }

    private String named(Subject subject) {
        Organisation now = organisation.get();
        return switch (subject.kind()) {
            case PERSON -> now.person(subject.id()).map(Person::name).orElse("");
            case DEPARTMENT ->
                now.department(subject.id()).map(Department::name).orElse("");
        };
    }

    private static Target read(Record row) {
        Long person = row.get("person", Long.class);
        return new Target(
                row.get("measure", String.class),
                new Cell(
                        person == null ? Subject.department(row.get("department", Long.class)) : Subject.person(person),
                        row.get("month", LocalDate.class)),
                row.get("amount", BigDecimal.class),
                row.get("version", Long.class),
                row.get("changed_by", Long.class));
    }
}
