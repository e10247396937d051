package hengke.kernel.query;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.type.AddressType;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.JsonType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.LocationType;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A condition that an open form can answer while somebody types: the filter language on the record's own values, without
 * what depends on other records, on who asks, or on when. The interface answers it as {@link CriterionMemory} does.
 */
public final class FormCondition {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,18})?");

    private final Catalog catalog;
    private final ObjectDefinition object;

    private FormCondition(Catalog catalog, ObjectDefinition object) {
        this.catalog = catalog;
        this.object = object;
    }

    /** What it means; refuses what a form could not answer, with the reason. */
    public static Criterion read(Catalog catalog, ObjectDefinition object, JsonNode json, String at) {
        Filter filter = Filter.parse(json, at);
        new FormCondition(catalog, object).check(filter);
        return new Resolver(catalog, FieldGuard.ALL, new Nobody(), Clock.systemUTC(), ZoneOffset.UTC)
                .resolve(object, filter);
    }

    /** What may be asked of a field; nothing of one that no form holds. */
    public static Set<Operator> operators(Field<?> field) {
        if (field.computation() != null || field.traits().is(Trait.SYSTEM)) {
            return Set.of();
        }
        EnumSet<Operator> operators = EnumSet.copyOf(answerable(field.type()));
        operators.retainAll(field.type().operators());
        return operators;
    }

    /** Texts that are stored otherwise than they were typed, and moments, whose days depend on the zone, only by presence. */
    private static Set<Operator> answerable(FieldType<?> type) {
        return switch (type) {
            case TextualType(TextualType.Form form, int _) ->
                form == TextualType.Form.TEXT || form == TextualType.Form.LONG_TEXT ? Operator.TEXT : Operator.PRESENCE;
            case IntegerType _, DecimalType _, MoneyType _, DateType _ -> Operator.ORDER;
            case BooleanType _ -> Operator.FLAG;
            case ChoiceType _, IdType _ -> Operator.EQUALITY;
            case TreeChoiceType _ -> Operator.TREE;
            case TextListType _, IdListType _ -> Operator.MEMBERS;
            case DateTimeType _, LinkType _, AddressType _, LocationType _, JsonType _ -> Operator.PRESENCE;
        };
    }

    private void check(Filter filter) {
        switch (filter) {
            case Filter.And(String _, List<Filter> terms) -> terms.forEach(this::check);
            case Filter.Or(String _, List<Filter> terms) -> terms.forEach(this::check);
            case Filter.Not(String _, Filter term) -> check(term);
            case Filter.Exists exists -> throw refused(exists.at(), "query.formOwn");
            case Filter.Compare compare -> check(compare);
        }
    }

    private void check(Filter.Compare compare) {
        Field<?> field = object.field(compare.path()).orElse(null);
        if (field == null) {
            throw refused(
                    compare.at() + ".field",
                    compare.path().contains(".") ? "query.formOwn" : "query.formUnknown",
                    Quoted.name(compare.path()));
        }
        Set<Operator> operators = operators(field);
        if (operators.isEmpty()) {
            throw refused(compare.at() + ".field", "query.formComputed", field.label());
        }
        if (!operators.contains(compare.operator())) {
            throw refused(
                    compare.at() + ".op",
                    "query.formOperator",
                    field.label(),
                    compare.operator().wire());
        }
        JsonNode value = compare.value();
        if (value != null
                && !(value.isArray() ? value.valueStream() : Stream.of(value))
                        .allMatch(each -> plain(field.type(), each))) {
            throw refused(compare.at() + ".value", "query.formValue", field.label());
        }
    }

    /** Written as the form holds it, so that both sides compare the same. */
    private static boolean plain(FieldType<?> type, JsonNode value) {
        return switch (type) {
            case IntegerType _, DecimalType _, MoneyType _ ->
                (value.isNumber() || value.isString())
                        && NUMBER.matcher(value.asString()).matches();
            case DateType _ ->
                value.isString() && DAY.matcher(value.stringValue()).matches();
            case BooleanType _ -> value.isBoolean();
            case IdType _, IdListType _ -> value.isIntegralNumber();
            case TextualType _, ChoiceType _, TreeChoiceType _, TextListType _ -> value.isString();
            case DateTimeType _, LinkType _, AddressType _, LocationType _, JsonType _ -> false;
        };
    }

    private static Refusal refused(String at, String key, Object... arguments) {
        return Refusal.Invalid.at(at, Message.of(key, arguments));
    }

    /** A condition that holds for everybody alike names nobody. */
    private record Nobody() implements Who {
        @Override
        public long me() {
            throw refused("filter", "query.person");
        }

        @Override
        public Set<Long> myTeam() {
            throw refused("filter", "query.person");
        }

        @Override
        public Set<Long> usersUnderDepartment(long department) {
            throw refused("filter", "query.person");
        }

        @Override
        public Set<Long> departmentsUnder(long department) {
            throw refused("filter", "query.person");
        }
    }
}
