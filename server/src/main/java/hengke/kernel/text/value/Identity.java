package hengke.kernel.text.value;

import hengke.kernel.text.Folding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record is recognised by: names, numbers and codes in the form in which they are compared.
 *
 * @param place the code of the region its address says; null when it says none
 */
public record Identity(List<Mark> marks, @Nullable String place) {
    /** What kind of mark a value is. */
    public enum Kind {
        COMPANY,
        PERSON,
        PHONE,
        EMAIL,
        CODE
    }

    /**
     * One value.
     *
     * @param searched whether a record is looked for by it; others only speak for or against a record found otherwise
     * @param value as it is compared
     */
    public record Mark(
            String field,
            Kind kind,
            boolean searched,
            String value,
            @Nullable CompanyName company) {
        /** The mark that a written text is; one without value says nothing. */
        public static Mark of(String field, Kind kind, boolean searched, String text) {
            return switch (kind) {
                case COMPANY -> {
                    CompanyName name = CompanyName.of(text);
                    yield new Mark(field, kind, searched, name.compact(), name);
                }
                case PERSON -> new Mark(field, kind, searched, Folding.compact(text), null);
                case PHONE -> new Mark(field, kind, searched, ContactKeys.phone(text), null);
                case EMAIL -> new Mark(field, kind, searched, ContactKeys.email(text), null);
                case CODE ->
                    new Mark(field, kind, searched, Folding.compact(text).toUpperCase(Locale.ROOT), null);
            };
        }
    }

    public Identity {
        marks = marks.stream().filter(mark -> !mark.value().isEmpty()).toList();
    }

    /** Records that may be the same have two of these that meet. */
    public List<Key> keys() {
        Set<Key> keys = new LinkedHashSet<>();
        for (Mark mark : marks) {
            if (mark.searched()) {
                keys.addAll(keys(mark));
            }
        }
        return new ArrayList<>(keys);
    }

    private static List<Key> keys(Mark mark) {
        return switch (mark.kind()) {
            case COMPANY -> mark.company() == null ? List.of() : mark.company().keys();
            case PERSON, PHONE, EMAIL -> List.of(Key.of(mark.kind() + mark.value()));
            case CODE ->
                CreditCode.looksLikeOne(mark.value())
                        ? List.of(
                                Key.of("CODE" + mark.value()),
                                Key.of("CODE" + mark.value().substring(0, 17)))
                        : List.of(Key.of("CODE" + mark.value()));
        };
    }

    /** Where it is registered, as the name and the code say; else where its address is. */
    @Nullable
    String region() {
        for (Mark mark : marks) {
            if (mark.company() != null && mark.company().region() != null) {
                return mark.company().region();
            }
        }
        for (Mark mark : marks) {
            if (mark.kind() == Kind.CODE && CreditCode.looksLikeOne(mark.value())) {
                return CreditCode.place(mark.value());
            }
        }
        return place;
    }

    /** The region an address in words begins with. */
    public static @Nullable String placeOf(String address) {
        return Places.ofAddress(address);
    }
}
