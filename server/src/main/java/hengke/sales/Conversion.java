package hengke.sales;

import hengke.capability.activity.Followed;
import hengke.capability.owner.Owned;
import hengke.capability.pool.Pooled;
import hengke.customers.Contact;
import hengke.customers.Customer;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which values of a lead go into the records it becomes: as the company says; otherwise fields of the same name, and own
 * fields of the same label, as long as they hold values of the same kind. By it no value becomes readable for somebody
 * who could not read it before. The preview and the conversion itself both ask here.
 */
@Component
public final class Conversion {
    private final Lead lead;
    private final Customer customer;
    private final Contact contact;
    private final Opportunity opportunity;
    private final LiveCatalog catalog;
    private final Access access;

    /** By object and field: where else to look before the field of the same name. */
    private final Map<String, Map<String, String>> first;

    /** By object: what the conversion itself decides. */
    private final Map<String, Set<String>> decided;

    Conversion(
            Lead lead,
            Customer customer,
            Contact contact,
            Opportunity opportunity,
            LiveCatalog catalog,
            Access access) {
        this.lead = lead;
        this.customer = customer;
        this.contact = contact;
        this.opportunity = opportunity;
        this.catalog = catalog;
        this.access = access;
        first = Map.of(
                customer.name(), Map.of(customer.phone.name(), lead.landline.name()),
                opportunity.name(), Map.of(opportunity.remarks.name(), lead.need.name()));
        decided = Map.of(
                customer.name(),
                Set.of(customer.fullName.name(), customer.type.name(), customer.status.name()),
                contact.name(),
                Set.of(contact.customer.name(), Followed.NEXT_CONTACT_AT.name()),
                opportunity.name(),
                Set.of(
                        opportunity.title.name(),
                        opportunity.customer.name(),
                        opportunity.contact.name(),
                        opportunity.amount.name(),
                        opportunity.closeDate.name(),
                        Followed.NEXT_CONTACT_AT.name()));
    }

    /** One value of a record to come, and the field of the lead it comes from; null where the conversion made it. */
    public record Carried(Field<?> field, @Nullable Field<?> from, Object value) {}

    /** What a lead may become, in the order in which it is made. */
    public List<ObjectDefinition> targets() {
        return Stream.of(customer, contact, opportunity)
                .map(object -> catalog.current().object(object.name()))
                .toList();
    }

    /** Is it for the company to say where this field's value comes from? */
    public boolean mapped(ObjectDefinition target, Field<?> field) {
        return field.computation() == null
                && !field.traits().is(Trait.SYSTEM)
                && !field.traits().is(Trait.DERIVED)
                && !field.name().equals(Owned.OWNER.name())
                && !field.name().equals(Pooled.POOL.name())
                && !decided.getOrDefault(target.name(), Set.of()).contains(field.name());
    }

    /** The fields of a lead that hold values of the same kind. */
    public List<Field<?>> sources(Field<?> target) {
        return from().fields().stream()
                .filter(source -> source.computation() == null
                        && !source.traits().is(Trait.SYSTEM)
                        && source.type().kind().equals(target.type().kind()))
                .<Field<?>>map(source -> source)
                .toList();
    }

    /** Where the value of a field comes from, the first that is there; none where it starts empty. */
    public List<Field<?>> sources(ObjectDefinition target, Field<?> field, ConversionMapping mapping) {
        String own = mapping.of(target.name(), field.name()).orElse(null);
        String before = first.getOrDefault(target.name(), Map.of()).get(field.name());
        List<Field<?>> possible = sources(field);
        if (own != null) {
            return possible.stream().filter(source -> source.name().equals(own)).toList();
        }
        return Stream.concat(
                        possible.stream().filter(source -> source.name().equals(before)),
                        possible.stream()
                                .filter(source -> source.name().equals(field.name()) || sameOwn(source, field))
                                .limit(1))
                .toList();
    }

    /** The values of one of the records this lead becomes, as far as they come from the lead. */
    public List<Carried> carried(Actor actor, ObjectDefinition target, Row row, ConversionMapping mapping) {
        Map<Field<?>, Carried> values = new LinkedHashMap<>();
        made(target, row).forEach(made -> values.put(made.field(), made));
        for (Field<?> field : target.fields()) {
            if (mapped(target, field)) {
                sources(target, field, mapping).stream()
                        .filter(source ->
                                access.right(actor, from(), source).atLeast(access.right(actor, target, field)))
                        .<Carried>mapMulti((source, into) -> {
                            Object value = offered(field, row.get(source));
                            if (value != null) {
                                into.accept(new Carried(field, source, value));
                            }
                        })
                        .findFirst()
                        .ifPresent(carried -> values.put(field, carried));
            }
        }
        return List.copyOf(values.values());
    }

    /** The names, which a lead holds in other places than its customer. */
    private List<Carried> made(ObjectDefinition target, Row row) {
        String company = row.get(lead.company);
        Field<?> named = company == null ? lead.fullName : lead.company;
        String name = company == null ? row.need(lead.fullName) : company;
        if (target.name().equals(customer.name())) {
            Carried title = new Carried(customer.fullName, named, name);
            return company == null ? List.of(title, new Carried(customer.type, null, Customer.PERSON)) : List.of(title);
        }
        return target.name().equals(opportunity.name())
                ? List.of(new Carried(opportunity.title, named, name))
                : List.of();
    }

    private ObjectDefinition from() {
        return catalog.current().object(lead.name());
    }

    private static boolean sameOwn(Field<?> source, Field<?> target) {
        return source.name().startsWith("c_")
                && target.name().startsWith("c_")
                && source.label().chinese().equals(target.label().chinese());
    }

    /** A value of a choice goes over where the other choice offers it. */
    private static @Nullable Object offered(Field<?> target, @Nullable Object value) {
        return switch (target.type()) {
            case ChoiceType(List<Option> options) -> has(options, value) ? value : null;
            case TextListType(TextListType.Choices(List<Option> options))
            when value instanceof List<?> all -> {
                List<?> known = all.stream().filter(each -> has(options, each)).toList();
                yield known.isEmpty() ? null : known;
            }
            default -> value;
        };
    }

    private static boolean has(List<Option> options, @Nullable Object value) {
        return options.stream().anyMatch(option -> option.value().equals(value));
    }
}
