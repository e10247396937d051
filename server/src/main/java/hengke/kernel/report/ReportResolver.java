package hengke.kernel.report;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Forms;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.formula.Checked;
import hengke.kernel.metadata.formula.Checker;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.formula.Known;
import hengke.kernel.metadata.formula.ValueKind;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Aggregate;
import hengke.kernel.query.Aggregation;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Days;
import hengke.kernel.query.Filter;
import hengke.kernel.query.Resolver;
import hengke.kernel.query.Selection;
import hengke.kernel.report.Figure.Kind;
import hengke.kernel.report.Question.Asked;
import hengke.kernel.search.TitleFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Finds out what a question means for one reader; refuses what makes no sense to this one, where it stands. */
final class ReportResolver {
    /** More groups than anybody looks at, and as many as are kept in memory. */
    static final int MOST_GROUPS = 20_000;

    private static final DecimalType NUMBER =
            new DecimalType(DecimalType.Form.DECIMAL, 6, new BigDecimal("-1e18"), new BigDecimal("1e18"));

    private final Access access;
    private final Actor actor;
    private final Resolver resolver;

    ReportResolver(Access access, Actor actor) {
        this.access = access;
        this.actor = actor;
        this.resolver = access.resolver(actor);
    }

    Report resolve(ObjectDefinition object, Question question) {
        List<Aggregation.Measure> measures = question.figures().stream()
                .flatMap(figure -> Optional.ofNullable(figure.measure()).stream())
                .toList();
        List<Aggregation.Group> groups = Stream.concat(question.rows().stream(), question.columns().stream())
                .toList();
        Aggregate aggregate =
                resolver.aggregate(object, new Aggregation(groups, measures, List.of(), Aggregation.MOST));
        List<Figure> figures = figures(object, question.figures(), aggregate);
        Question.Period period = question.period();
        Days days = period == null ? null : resolver.days(period.range(), "period.range");
        Question.Comparison compare = question.compare();
        if (compare != null && days == null) {
            throw Refusal.Invalid.at("compare", Message.of("report.compareWhat"));
        }
        Shift shift = compare == null || days == null ? null : Shift.of(days, compare);
        JsonNode during = period == null ? null : Members.during(period.field(), period.range());
        Selection every = Selection.of(object, access.visibility(actor, object, Verb.READ));
        return new Report(
                object,
                narrowed(every, question.filter(), during),
                shift == null || period == null
                        ? null
                        : narrowed(
                                every,
                                question.filter(),
                                Members.during(
                                        period.field(),
                                        shift.before().from(),
                                        shift.before().until())),
                shift,
                period == null ? null : period.field(),
                days,
                new Aggregate(aggregate.dimensions(), aggregate.measures(), List.of(), MOST_GROUPS),
                question.rows().size(),
                figures,
                Refusal.Invalid.each(question.having(), having -> limit(having, figures)),
                sorted(question.sort(), figures),
                question.top(),
                question.others(),
                question.gaps(),
                both(question.filter(), during));
    }

    private Selection narrowed(Selection every, @Nullable JsonNode filter, @Nullable JsonNode during) {
        return TitleFilter.helped(every.where(Criterion.all(
                understood(every.object(), filter, "filter"), understood(every.object(), during, "period"))));
    }

    private Criterion understood(ObjectDefinition object, @Nullable JsonNode filter, String at) {
        return filter == null ? Criterion.ALWAYS : resolver.resolve(object, Filter.parse(filter, at));
    }

    private static @Nullable JsonNode both(@Nullable JsonNode filter, @Nullable JsonNode during) {
        if (filter == null || during == null) {
            return filter == null ? during : filter;
        }
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.putArray("and").add(filter).add(during);
        return both;
    }

    private static Report.Limit limit(Question.Having having, List<Figure> figures) {
        Report.Comparing comparing = Stream.of(Report.Comparing.values())
                .filter(known -> known.wire().equals(having.operator()))
                .findFirst()
                .orElseThrow(() -> Refusal.Invalid.at(
                        having.at() + ".op",
                        Message.of(
                                "report.oneOf",
                                Stream.of(Report.Comparing.values())
                                        .map(Report.Comparing::wire)
                                        .collect(Collectors.joining(" ")))));
        JsonNode value = having.value();
        if (value == null || !(value.isNumber() || value.isString())) {
            throw Refusal.Invalid.at(having.at() + ".value", Message.of("value.number"));
        }
        try {
            return new Report.Limit(
                    place(having.figure(), figures, having.at() + ".measure"), comparing, NUMBER.read(value));
        } catch (Unreadable e) {
            throw Refusal.Invalid.at(having.at() + ".value", e.reason());
        }
    }

    private static Report.@Nullable Sorted sorted(Question.@Nullable Sorting sort, List<Figure> figures) {
        return sort == null ? null : new Report.Sorted(place(sort.figure(), figures, "sort.by"), sort.descending());
    }

    private static int place(String name, List<Figure> figures, String at) {
        return IntStream.range(0, figures.size())
                .filter(i -> figures.get(i).name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.Invalid.at(
                        at,
                        Message.of(
                                "report.oneOf",
                                figures.stream().map(Figure::name).collect(Collectors.joining(" ")))));
    }

    private List<Figure> figures(ObjectDefinition object, List<Asked> asked, Aggregate aggregate) {
        List<Figure> figures = new ArrayList<>();
        List<Field<?>> before = new ArrayList<>();
        int place = 0;
        for (Asked each : asked) {
            Figure figure = each.measure() == null
                    ? made(each, before)
                    : measured(object, each, aggregate.measures().get(place), place++);
            figures.add(figure);
            before.add(Field.of(
                    each.name(),
                    NUMBER,
                    figure.label().chinese(),
                    figure.label().english()));
        }
        return figures;
    }

    private static Figure measured(ObjectDefinition object, Asked asked, Aggregate.Measure measure, int place) {
        Kind kind = kind(measure);
        boolean points = measure.field() != null
                && measure.field().type() instanceof DecimalType type
                && type.form() == DecimalType.Form.PERCENT
                && kind == Kind.PERCENT;
        Aggregation.Measure request = asked.measure();
        return new Figure(
                asked.name(),
                label(asked, object, measure),
                place,
                null,
                asked.show().percent() ? Kind.PERCENT : kind,
                points,
                asked.show(),
                request == null || request.of() != null || !(measure.grain() instanceof Aggregate.Grain.Own)
                        ? null
                        : request.filter());
    }

    private static Kind kind(Aggregate.Measure measure) {
        if (measure.counts() || measure.field() == null) {
            return Kind.COUNT;
        }
        return switch (measure.field().type()) {
            case MoneyType _ -> Kind.MONEY;
            case DecimalType type when type.form() == DecimalType.Form.PERCENT -> Kind.PERCENT;
            case DateType _ -> Kind.DATE;
            case DateTimeType _ -> Kind.MOMENT;
            default -> Kind.NUMBER;
        };
    }

    private static Label label(Asked asked, ObjectDefinition object, Aggregate.Measure measure) {
        if (asked.label() != null && !asked.label().isBlank()) {
            return new Label(asked.label(), asked.label());
        }
        String function = measure.function().wire();
        return Label.of(
                measure.field() == null
                        ? Message.of(
                                "report.figure.count",
                                measure.grain().object(object).plural())
                        : Message.of(
                                "report.figure." + function, measure.field().label()));
    }

    private static Figure made(Asked asked, List<Field<?>> before) {
        String label = asked.label() == null || asked.label().isBlank() ? asked.name() : asked.label();
        return new Figure(
                asked.name(),
                new Label(label, label),
                -1,
                formula(asked, before),
                asked.percent() || asked.show().percent() ? Kind.PERCENT : Kind.NUMBER,
                false,
                asked.show(),
                null);
    }

    /** The language of computed fields, over figures in the place of fields. */
    private static Expression formula(Asked asked, List<Field<?>> before) {
        String at = asked.at() + ".formula";
        Label name = Label.of(Message.of("report.figures.these"));
        ObjectDefinition figures =
                new ObjectDefinition("report", name, name, null, "", before, List.of(), Map.of(), Forms.NONE);
        Checked checked = Checker.check(asked.formula() == null ? "" : asked.formula(), figures, new Known() {
            @Override
            public Optional<ObjectDefinition> object(String other) {
                return Optional.empty();
            }

            @Override
            public Optional<Expression> formula(ObjectDefinition object, Field<?> field) {
                return Optional.empty();
            }
        });
        Expression expression = checked.expression();
        if (expression == null) {
            throw Refusal.Invalid.at(at, checked.faults().getFirst().message());
        }
        if (expression.kind() != ValueKind.NUMBER) {
            throw Refusal.Invalid.at(at, Message.of("report.formulaNumber"));
        }
        return expression;
    }
}
