package hengke.automation;

import java.util.List;
import java.util.Objects;

/**
 * People, all of these together.
 *
 * @param owner whoever the record belongs to
 * @param superior whom they report to
 * @param fields people who stand in fields of the record
 */
public record Whom(List<Long> people, List<Long> roles, boolean owner, boolean superior, List<String> fields) {
    public static final Whom NOBODY = new Whom(List.of(), List.of(), false, false, List.of());

    public Whom {
        people = List.copyOf(Objects.requireNonNullElseGet(people, List::of));
        roles = List.copyOf(Objects.requireNonNullElseGet(roles, List::of));
        fields = List.copyOf(Objects.requireNonNullElseGet(fields, List::of));
    }
}
