package hengke.kernel.metadata;

import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.type.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A field of a business object: the one place where everything about it is written. It is also the typed handle by
 * which rules read and write values: {@code row.get(customer.level)}.
 *
 * <p>A field never changes; while its object is being declared, each refinement takes the earlier one's place there.
 *
 * @param <T> the Java type of its values
 */
public final class Field<T> {
    private final String name;
    private final FieldType<T> type;
    private final FieldTraits traits;
    private final @Nullable Declaration declaration;

    /** Where refinements of a field under declaration are kept. */
    interface Declaration {
        void replace(Field<?> field);
    }

    Field(String name, FieldType<T> type, FieldTraits traits, @Nullable Declaration declaration) {
        this.name = name;
        this.type = type;
        this.traits = traits;
        this.declaration = declaration;
    }

    /** A field that is made while the product runs: one a company adds. */
    public static <T> Field<T> of(String name, FieldType<T> type, FieldTraits traits) {
        return new Field<>(name, type, traits, null);
    }

    /** A field outside an object's body, e.g. one that a capability brings. */
    public static <T> Field<T> of(String name, FieldType<T> type, String chinese, String english) {
        return new Field<>(name, type, FieldTraits.PLAIN.with(new Label(chinese, english)), null);
    }

    public String name() {
        return name;
    }

    public FieldType<T> type() {
        return type;
    }

    public FieldTraits traits() {
        return traits;
    }

    public Label label() {
        return traits.label();
    }

    /** How the value comes about where nobody writes it; null for a field that people or rules write. */
    public @Nullable Computation computation() {
        return traits.computation();
    }

    /** Is the value computed whenever it is asked for? Then there is no column. */
    public boolean isFormula() {
        return traits.computation() instanceof Computation.Formula;
    }

    /** The kind on the wire: how it is computed, or else what its values are. */
    public String kind() {
        Computation computation = traits.computation();
        return computation == null ? type.kind() : computation.kind();
    }

    /** The column name without a kind's suffix: {@code nextContactAt} is kept in {@code next_contact_at}. */
    public String column() {
        return column(name);
    }

    /** The same for a field of this name. */
    public static String column(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    public Field<T> label(String chinese, String english) {
        return refined(t -> t.with(new Label(chinese, english)));
    }

    /** The part of the form it stands in, for fields that capabilities bring. */
    public Field<T> in(Label section) {
        return refined(t -> t.withSection(section));
    }

    /** A sentence shown beside the input. */
    public Field<T> help(String chinese, String english) {
        return refined(t -> t.withHelp(new Label(chinese, english)));
    }

    /** A record without a value is refused. */
    public Field<T> required() {
        return refined(t -> t.with(FieldTraits.Trait.REQUIRED));
    }

    /** No two living records have the same value. */
    public Field<T> unique() {
        return refined(t -> t.with(FieldTraits.Trait.UNIQUE));
    }

    /** Found by the global search. */
    public Field<T> searched() {
        return refined(t -> t.with(FieldTraits.Trait.SEARCHED));
    }

    /** The value by which a person names the record; one per object. */
    public Field<T> title() {
        return refined(t -> t.with(FieldTraits.Trait.TITLE));
    }

    /** Kept by rules; nobody writes it by hand. */
    public Field<T> derived() {
        return refined(t -> t.with(FieldTraits.Trait.DERIVED));
    }

    /** The same, kept anew whenever what it follows from changes; its record's history does not tell of it. */
    public Field<T> following() {
        return refined(t -> t.with(FieldTraits.Trait.DERIVED).with(FieldTraits.Trait.FOLLOWING));
    }

    /** A column of the list unless a view says otherwise. */
    public Field<T> listed() {
        return refined(t -> t.with(FieldTraits.Trait.LISTED));
    }

    /** A key fact in the header of the record page. */
    public Field<T> headline() {
        return refined(t -> t.with(FieldTraits.Trait.HEADLINE));
    }

    /** Compared when looking for duplicates. */
    public Field<T> identifying() {
        return refined(t -> t.with(FieldTraits.Trait.IDENTIFYING));
    }

    /** A new record without a value gets this one. */
    public Field<T> byDefault(DefaultValue value) {
        return refined(t -> t.withDefault(value));
    }

    /**
     * For a reference: the record lives within the one it points at. Who sees the parent sees it; it is deleted and
     * restored with it; and on the parent it is listed under this name.
     */
    public Field<T> within(String relation, String chinese, String english) {
        return refined(t -> t.withParent(new Relation(relation, new Label(chinese, english))));
    }

    /**
     * The same for lines, as those of a bill: they are written and read together with the record they belong to, as a
     * list under this name.
     *
     * @param position the field that keeps their order, from 1 on
     */
    public Field<T> asLines(String relation, String chinese, String english, Field<Long> position) {
        return refined(t -> t.withParent(new Relation(relation, new Label(chinese, english), position.name())));
    }

    /** For a required reference: only who may see the record it points at sees this one. */
    public Field<T> seenTogether() {
        return refined(t -> t.with(FieldTraits.Trait.SEEN_TOGETHER));
    }

    /** Holds a person's name. */
    public Field<T> personName() {
        return refined(t -> t.with(FieldTraits.Trait.PERSON));
    }

    /** What people also call it: a column with such a title is taken for this field. */
    public Field<T> alsoCalled(String... names) {
        return refined(t -> t.withOtherNames(List.of(names)));
    }

    /** An index serves filter and sort on this field. */
    public Field<T> indexed() {
        return refined(t -> t.with(FieldTraits.Trait.INDEXED));
    }

    /** The same, and of those records in which another field is absent the newest are found for each value. */
    public Field<T> indexedWithout(Field<?> other) {
        return refined(
                t -> t.with(FieldTraits.Trait.INDEXED).withAmong(new FieldTraits.Among(other.name(), List.of())));
    }

    /** The same, and it is mostly looked for among those records in which a choice holds one of these values. */
    public Field<T> indexedAmong(String choice, List<String> values) {
        return refined(t -> t.with(FieldTraits.Trait.INDEXED).withAmong(new FieldTraits.Among(choice, values)));
    }

    /** In which records the value is kept from the reader at hand; null: in none. */
    public @Nullable Cover cover() {
        return traits.cover();
    }

    /** The same field for a reader from whom its value is kept in some records. */
    public Field<T> covered(Cover cover) {
        return overlaid(type, traits.withCover(cover));
    }

    /** The same field, looking at those records of other objects only that somebody may see. */
    public Field<T> seenBy(Function<ObjectDefinition, Expression.Sight> sights) {
        return traits.computation() instanceof Computation.Formula formula && formula.crosses()
                ? overlaid(type, traits.withComputation(formula.seenBy(sights)))
                : this;
    }

    /** Computed from other fields whenever it is asked for; the fields stand in braces by their names. */
    public Field<T> formula(String source) {
        return computed(new Computation.Formula(source));
    }

    /** Computed in this way; null: written by people or rules, as it was. */
    public Field<T> computed(@Nullable Computation computation) {
        return computation == null
                ? this
                : refined(t -> t.with(FieldTraits.Trait.DERIVED).withComputation(computation));
    }

    Field<T> refined(UnaryOperator<FieldTraits> change) {
        Field<T> field = new Field<>(name, type, change.apply(traits), declaration);
        if (declaration != null) {
            declaration.replace(field);
        }
        return field;
    }

    /** The same field with other options and traits, not declared anywhere: what an overlay makes. */
    Field<T> overlaid(FieldType<T> otherType, FieldTraits other) {
        return new Field<>(name, otherType, other, null);
    }

    /** Name and kind make a field; a relabelled one is the same field. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Field<?> field
                && field.name.equals(name)
                && field.type.kind().equals(type.kind());
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + ":" + type.kind();
    }
}
