package hengke.kernel.query;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Clock;
import java.time.Month;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Turns what was asked into what it means for one person at one moment. The only stage that refuses names and values. */
public final class Resolver {
    private static final int MOST_SORTS = 5;

    private final Names names;
    private final FieldGuard guard;
    private final Operands operands;
    private final Periods periods;
    private final Who who;
    private final ZoneId zone;
    private final FiscalYear year;

    /** For a company whose year of business is the calendar's, and for filters that name no currency. */
    public Resolver(Catalog catalog, FieldGuard guard, Who who, Clock clock, ZoneId zone) {
        this(catalog, guard, who, clock, zone, Month.JANUARY, "");
    }

    /**
     * @param zone the company's, in which days begin
     * @param fiscalYearStart the month in which its year of business begins
     * @param base its currency, in which amounts are compared
     */
    public Resolver(
            Catalog catalog, FieldGuard guard, Who who, Clock clock, ZoneId zone, Month fiscalYearStart, String base) {
        this.names = new Names(catalog, guard);
        this.guard = guard;
        this.periods = new Periods(clock, zone, fiscalYearStart);
        this.operands = new Operands(who, periods, base);
        this.who = who;
        this.zone = zone;
        this.year = new FiscalYear(fiscalYearStart);
    }

    public Criterion resolve(ObjectDefinition object, Filter filter) {
        return switch (filter) {
            case Filter.And(String _, List<Filter> terms) ->
                Criterion.all(Refusal.Invalid.each(terms, term -> resolve(object, term)));
            case Filter.Or(String _, List<Filter> terms) ->
                Criterion.any(Refusal.Invalid.each(terms, term -> resolve(object, term)));
            case Filter.Not(String _, Filter term) -> Criterion.not(resolve(object, term));
            case Filter.Compare compare -> compare(object, compare);
            case Filter.Exists exists -> exists(object, exists);
        };
    }

    /** Parses and resolves in one go. */
    public Criterion resolve(ObjectDefinition object, JsonNode filter) {
        return resolve(object, Filter.parse(filter));
    }

    public List<SortKey> sort(ObjectDefinition object, List<Sort> asked) {
        if (asked.size() > MOST_SORTS) {
            throw Refusal.Invalid.at("sort", Message.of("query.tooManySorts", MOST_SORTS));
        }
        Set<Field<?>> seen = new HashSet<>();
        return Refusal.Invalid.each(asked, sort -> sortKey(object, sort)).stream()
                .filter(key -> seen.add(key.field()))
                .toList();
    }

    /** The days of a period such as {@code "thisMonth"}; refuses what is none. */
    public Days days(JsonNode period, String at) {
        return periods.read(period, at);
    }

    public Aggregate aggregate(ObjectDefinition object, Aggregation asked) {
        return new AggregateResolver(names, guard, this::resolve, who, zone, year).resolve(object, asked);
    }

    private SortKey sortKey(ObjectDefinition object, Sort sort) {
        String at = sort.at() + ".field";
        Field<?> field = names.field(object, sort.field(), at);
        if (!SortKey.sortable(field)) {
            throw Refusal.Invalid.at(at, Message.of("query.notSortable", field.label()));
        }
        return new SortKey(field, sort.descending());
    }

    private Criterion exists(ObjectDefinition object, Filter.Exists exists) {
        Names.Children children = names.children(object, exists.relation(), exists.at() + ".exists");
        Catalog.Child relation = children.relation();
        Filter where = exists.where();
        return through(
                children.steps(),
                new Criterion.Exists(
                        relation,
                        Criterion.all(
                                guard.rows(relation.object()).criterion(),
                                where == null ? Criterion.ALWAYS : resolve(relation.object(), where))));
    }

    private Criterion compare(ObjectDefinition object, Filter.Compare compare) {
        FieldPath path = names.path(object, compare.path(), compare.at() + ".field");
        Operator operator = compare.operator();
        ObjectDefinition owner = path.owner(object);
        Set<Operator> possible = owner.operators(path.field());
        if (!possible.contains(operator)) {
            throw Refusal.Invalid.at(
                    compare.at() + ".op",
                    Message.of("query.operatorNotAllowed", path.field().label(), operator.wire(), wire(possible)));
        }
        return switch (operator) {
            case EMPTY -> Criterion.not(through(path, new Check.Present()));
            case NOT_EMPTY -> through(path, new Check.Present());
            case NE -> Criterion.not(through(path, read(path, Operator.EQ, compare)));
            case NOT_IN -> Criterion.not(through(path, read(path, Operator.IN, compare)));
            case NONE -> Criterion.not(through(path, read(path, Operator.ANY, compare)));
            case UNDER -> through(path.steps(), under(owner, path.field(), compare));
            default -> through(path, read(path, operator, compare));
        };
    }

    private Check read(FieldPath path, Operator operator, Filter.Compare compare) {
        return operands.read(path.field(), operator, value(compare), compare.at() + ".value");
    }

    private static JsonNode value(Filter.Compare compare) {
        if (compare.value() == null) {
            throw Refusal.Invalid.at(
                    compare.at() + ".value",
                    Message.of("query.valueMissing", compare.operator().wire()));
        }
        return compare.value();
    }

    /** In a tree of records the way up leads over those only that the asker may see. */
    private Criterion under(ObjectDefinition owner, Field<?> field, Filter.Compare compare) {
        String at = compare.at() + ".value";
        return owner.isTree(field)
                ? new Criterion.Under(
                        field,
                        owner,
                        operands.id(field.type(), value(compare), at),
                        guard.rows(owner).criterion())
                : new Criterion.Test(field, operands.read(field, Operator.UNDER, value(compare), at));
    }

    /** The complement of a path is taken outside, so that a missing reference counts as a missing value. */
    private Criterion through(FieldPath path, Check check) {
        return through(path.steps(), new Criterion.Test(path.field(), check));
    }

    private Criterion through(List<FieldPath.Step> steps, Criterion end) {
        Criterion criterion = end;
        for (FieldPath.Step step : steps.reversed()) {
            criterion = new Criterion.Through(
                    step.reference(),
                    step.target(),
                    Criterion.all(guard.rows(step.target()).criterion(), criterion));
        }
        return criterion;
    }

    private static String wire(Set<Operator> operators) {
        return operators.stream().sorted().map(Operator::wire).collect(Collectors.joining(" "));
    }
}
