package hengke.capability.trend;

import hengke.capability.goal.Aim;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.report.Member;
import hengke.kernel.report.Question;
import hengke.kernel.report.ReportTable;
import hengke.kernel.report.Reports;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How measures went and go on; asked of reports, so that everybody sees the trend of the records he may read. */
@Component
public final class Trends {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MONTHS = 12;
    private static final int MOST = 20;

    private final Reports reports;
    private final LiveCatalog catalog;
    private final Access access;
    private final LiveOrganisation organisation;
    private final Clock clock;

    Trends(Reports reports, LiveCatalog catalog, Access access, LiveOrganisation organisation, Clock clock) {
        this.reports = reports;
        this.catalog = catalog;
        this.access = access;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** By what growth may be told apart: a field of the records, or one behind a reference of theirs. */
    public record Dimension(String field, String label) {}

    /**
     * What one group had in the last twelve months that have ended, and in the twelve before.
     *
     * @param filter finds its records of both; null for no group of its own
     */
    public record Grown(
            String label,
            double now,
            double before,
            @Nullable JsonNode filter) {
        public double change() {
            return now - before;
        }
    }

    /** Those that made most of the difference, whichever way, and all together. */
    public record Growth(String object, LocalDate from, LocalDate to, double now, double before, List<Grown> groups) {}

    public Course course(Actor actor, Aim aim, Beat beat, Language language) {
        NavigableMap<LocalDate, Double> sums = new TreeMap<>();
        for (Aim.Part part : aim.parts()) {
            ObjectNode question = question(part);
            question.putArray("rows")
                    .addObject()
                    .put("field", part.counted().at().name())
                    .put("bucket", beat.wire());
            ReportTable table = reports.answer(actor, Question.parse(question), language);
            groups(table).forEach(group -> {
                if (member(table, group).key() instanceof LocalDate day) {
                    sums.merge(day, number(group.values()), Double::sum);
                }
            });
        }
        return Course.of(sums, beat, today());
    }

    /** By what the growth of a measure may be told apart; of records of several objects by nothing. */
    public List<Dimension> dimensions(Actor actor, Aim aim, Language language) {
        List<Dimension> dimensions = new ArrayList<>();
        if (aim.parts().size() == 1) {
            ObjectDefinition object = aim.parts().getFirst().object();
            for (Field<?> field : readable(actor, object)) {
                if (groups(field)) {
                    dimensions.add(new Dimension(field.name(), field.label().in(language)));
                }
                if (field.type() instanceof IdType(IdType.Target target) && target instanceof IdType.Records) {
                    behind(actor, field, language, dimensions);
                }
            }
        }
        return dimensions;
    }

    private void behind(Actor actor, Field<?> reference, Language language, List<Dimension> into) {
        ObjectDefinition target = catalog.current().targets(reference).getFirst();
        readable(actor, target).stream()
                .filter(field -> field.type() instanceof ChoiceType || field.type() instanceof TreeChoiceType)
                .forEach(field -> into.add(new Dimension(
                        reference.name() + "." + field.name(),
                        reference.label().in(language) + " · " + field.label().in(language))));
    }

    private List<Field<?>> readable(Actor actor, ObjectDefinition object) {
        return object.fields().stream()
                .filter(field -> access.right(actor, object, field).atLeast(FieldRight.READ))
                .<Field<?>>map(field -> field)
                .toList();
    }

    private static boolean groups(Field<?> field) {
        return field.type() instanceof ChoiceType
                || field.type() instanceof TreeChoiceType
                || field.type() instanceof IdType;
    }

    public Growth growth(Actor actor, Aim aim, String by, Language language) {
        if (dimensions(actor, aim, language).stream()
                .noneMatch(dimension -> dimension.field().equals(by))) {
            throw Refusal.Invalid.at("by", Message.of("trend.by"));
        }
        Aim.Part part = aim.parts().getFirst();
        LocalDate until = Beat.MONTH.start(today());
        LocalDate from = until.minusMonths(MONTHS);
        ObjectNode question = question(part).put("compare", "lastYear");
        ObjectNode period = question.putObject("period");
        period.put("field", part.counted().at().name());
        period.putObject("range")
                .put("from", from.toString())
                .put("until", until.minusDays(1).toString());
        question.putArray("rows").addObject().put("field", by);
        ReportTable table = reports.answer(actor, Question.parse(question), language);
        List<Grown> grown = new ArrayList<>();
        for (ReportTable.Group group : groups(table)) {
            Member member = member(table, group);
            grown.add(new Grown(
                    member.label(),
                    number(group.values()),
                    group.before() == null ? 0 : number(group.before()),
                    records(part, member, from, until)));
        }
        double now = grown.stream().mapToDouble(Grown::now).sum();
        double before = grown.stream().mapToDouble(Grown::before).sum();
        return new Growth(
                part.object().name(),
                from,
                until.minusDays(1),
                now,
                before,
                grown.stream()
                        .sorted(Comparator.comparingDouble((Grown each) -> -Math.abs(each.change())))
                        .limit(MOST)
                        .toList());
    }

    private static @Nullable JsonNode records(Aim.Part part, Member member, LocalDate from, LocalDate until) {
        if (member.filter() == null) {
            return null;
        }
        ObjectNode filter = JSON.createObjectNode();
        ArrayNode all = filter.putArray("and");
        if (part.counted().filter() != null) {
            all.add(part.counted().filter());
        }
        all.add(member.filter());
        all.addObject()
                .put("field", part.counted().at().name())
                .put("op", Operator.BETWEEN.wire())
                .putArray("value")
                .add(from.toString())
                .add(until.minusDays(1).toString());
        return filter;
    }

    private static ObjectNode question(Aim.Part part) {
        ObjectNode question =
                JSON.createObjectNode().put("object", part.object().name());
        if (part.counted().filter() != null) {
            question.set("filter", part.counted().filter());
        }
        ObjectNode figure = question.putArray("measures").addObject().put("name", "value");
        if (part.counted().amount() == null) {
            figure.put("function", "count");
        } else {
            figure.put("function", "sum").put("field", part.counted().amount().name());
        }
        return question;
    }

    private static List<ReportTable.Group> groups(ReportTable table) {
        return table.levels().stream()
                .filter(level -> level.by().equals(List.of(0)))
                .findFirst()
                .map(ReportTable.Groups::groups)
                .orElse(List.of());
    }

    private static Member member(ReportTable table, ReportTable.Group group) {
        return table.axes().getFirst().members().get(group.at().getFirst());
    }

    private static double number(List<@Nullable Object> values) {
        return switch (values.getFirst()) {
            case BigDecimal decimal -> decimal.doubleValue();
            case Number number -> number.doubleValue();
            case null, default -> 0;
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisation.get().company().timeZone());
    }
}
