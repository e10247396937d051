package hengke.kernel.metadata;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a field beside its name and kind.
 *
 * @param section the part of the form it stands in; null for fields a person does not fill in
 * @param defaultValue what a new record holds
 * @param parent set when the record lives within the one this reference points at
 * @param otherNames what people also call it, e.g. as the title of a column in a spreadsheet
 * @param computation how the value comes about where nobody writes it
 * @param among the part of the records in which it is mostly looked for
 * @param cover in which records the value is kept from the reader at hand
 */
public record FieldTraits(
        Label label,
        @Nullable Label help,
        Set<Trait> traits,
        @Nullable Label section,
        @Nullable DefaultValue defaultValue,
        @Nullable Relation parent,
        List<String> otherNames,
        @Nullable Computation computation,
        @Nullable Among among,
        @Nullable Cover cover) {

    /** A yes-or-no statement about a field. */
    public enum Trait {
        REQUIRED,
        UNIQUE,
        SEARCHED,
        TITLE,
        DERIVED,
        /** Kept anew whenever what it follows from changes: that is no change of its record and not told in its history. */
        FOLLOWING,
        LISTED,
        HEADLINE,
        IDENTIFYING,
        INDEXED,
        /** A person's name: found by surname and pinyin, masked but for the surname. */
        PERSON,
        /** Who may not see the record a reference points at does not see the one it stands in. */
        SEEN_TOGETHER,
        /** Kept by the kernel itself: id, version, who and when. */
        SYSTEM
    }

    /**
     * The records in which a field holds one of some values; without values those in which it is empty.
     *
     * @param field its name
     */
    public record Among(String field, List<String> values) {
        public Among {
            values = List.copyOf(values);
        }
    }

    static final FieldTraits PLAIN =
            new FieldTraits(new Label("", ""), null, Set.of(), null, null, null, List.of(), null, null, null);

    public FieldTraits {
        traits = Set.copyOf(traits);
        otherNames = List.copyOf(otherNames);
    }

    /** What is said of a field that nobody looks up alone and nothing covers. */
    public FieldTraits(
            Label label,
            @Nullable Label help,
            Set<Trait> traits,
            @Nullable Label section,
            @Nullable DefaultValue defaultValue,
            @Nullable Relation parent,
            List<String> otherNames,
            @Nullable Computation computation) {
        this(label, help, traits, section, defaultValue, parent, otherNames, computation, null, null);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    FieldTraits with(Label other) {
        return new FieldTraits(
                other, help, traits, section, defaultValue, parent, otherNames, computation, among, cover);
    }

    FieldTraits withHelp(Label other) {
        return new FieldTraits(
                label, other, traits, section, defaultValue, parent, otherNames, computation, among, cover);
    }

    FieldTraits with(Trait trait) {
        EnumSet<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new FieldTraits(label, help, more, section, defaultValue, parent, otherNames, computation, among, cover);
    }

    FieldTraits withSection(@Nullable Label other) {
        return new FieldTraits(label, help, traits, other, defaultValue, parent, otherNames, computation, among, cover);
    }

    FieldTraits withDefault(DefaultValue value) {
        return new FieldTraits(label, help, traits, section, value, parent, otherNames, computation, among, cover);
    }

    FieldTraits withParent(Relation relation) {
        return new FieldTraits(
                        label, help, traits, section, defaultValue, relation, otherNames, computation, among, cover)
                .with(Trait.INDEXED);
    }

    FieldTraits withOtherNames(List<String> names) {
        return new FieldTraits(label, help, traits, section, defaultValue, parent, names, computation, among, cover);
    }

    FieldTraits withComputation(Computation other) {
        return new FieldTraits(label, help, traits, section, defaultValue, parent, otherNames, other, among, cover);
    }

    FieldTraits withAmong(Among part) {
        return new FieldTraits(
                label, help, traits, section, defaultValue, parent, otherNames, computation, part, cover);
    }

    FieldTraits withCover(Cover other) {
        return new FieldTraits(
                label, help, traits, section, defaultValue, parent, otherNames, computation, among, other);
    }
}
