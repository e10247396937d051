package hengke.web.organisation;

import static java.util.stream.Collectors.toMap;

import hengke.kernel.access.Person;
import hengke.kernel.identity.Newcomers.Wanted;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.transfer.reading.DataRows;
import hengke.kernel.transfer.reading.SheetFile;
import hengke.kernel.transfer.reading.SheetLayout;
import hengke.kernel.transfer.reading.SheetRow;
import hengke.kernel.transfer.reading.SheetTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** A list of people as a spreadsheet. */
final class PeopleSheet {
    private static final int MOST = 2_000;

    private PeopleSheet() {}

    /** What a column says about a person; its titles in both languages are recognised. */
    enum Column {
        NAME("姓名", "Name", Kinds.NAME),
        LOGIN("登录名", "Sign-in name", Kinds.LOGIN),
        EMAIL("邮箱", "E-mail", Kinds.EMAIL),
        PHONE("手机", "Phone", Kinds.PHONE),
        DEPARTMENT("部门", "Department", new TextualType(TextualType.Form.TEXT, 1_000)),
        MANAGER("上级", "Manager", Kinds.NAME),
        ROLES("角色", "Roles", new TextualType(TextualType.Form.TEXT, 1_000));

        private final Label label;
        private final TextualType type;

        Column(String chinese, String english, TextualType type) {
            this.label = new Label(chinese, english);
            this.type = type;
        }

        String title(Language language) {
            return label.in(language) + (this == NAME ? "*" : "");
        }

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Column> of(String title) {
            String plain = title.replace("*", "").strip();
            return Arrays.stream(values())
                    .filter(column -> plain.equalsIgnoreCase(column.label.chinese())
                            || plain.equalsIgnoreCase(column.label.english())
                            || plain.equalsIgnoreCase(column.field()))
                    .findFirst();
        }
    }

    /** A row, and what of it cannot be read. */
    record Line(Wanted wanted, List<FieldError> errors) {}

    static List<Line> read(SheetFile file) {
        SheetTable table = file.table(0);
        Map<Column, Integer> places = places(table.layout());
        if (!places.containsKey(Column.NAME)) {
            throw Refusal.Invalid.at("file", Message.of("web.peopleColumns"));
        }
        List<Line> lines = new ArrayList<>();
        Set<String> logins = new HashSet<>();
        try (DataRows rows = table.rows()) {
            while (rows.hasNext()) {
                if (lines.size() == MOST) {
                    throw Refusal.Invalid.at("file", Message.of("web.tooManyPeople", MOST));
                }
                lines.add(line(rows.next(), places, logins));
            }
        }
        return lines;
    }

    private static Map<Column, Integer> places(SheetLayout layout) {
        return layout.columns().stream()
                .filter(column -> Column.of(column.title()).isPresent())
                .collect(toMap(
                        column -> Column.of(column.title()).orElseThrow(),
                        SheetLayout.Column::index,
                        (first, _) -> first,
                        () -> new EnumMap<>(Column.class)));
    }

    private static Line line(SheetRow row, Map<Column, Integer> places, Set<String> logins) {
        List<FieldError> errors = new ArrayList<>();
        Function<Column, String> value = column -> value(row, places.get(column), column, errors);
        String name = value.apply(Column.NAME);
        String email = value.apply(Column.EMAIL);
        String given = value.apply(Column.LOGIN);
        String login = given.isEmpty() ? email : given;
        if (name.isEmpty()) {
            errors.add(FieldError.of("name", Message.of("web.required")));
        }
        if (login.isEmpty()) {
            errors.add(FieldError.of("login", Message.of("web.loginOrEmail")));
        } else if (!logins.add(login.toLowerCase(Locale.ROOT))) {
            errors.add(FieldError.of("login", Message.of("web.twiceInFile")));
        }
        Person person = new Person(
                0,
                login,
                name,
                blankless(email),
                blankless(value.apply(Column.PHONE)),
                null,
                null,
                List.of(),
                true,
                Set.of(),
                0);
        Wanted wanted = new Wanted(
                row.number(),
                person,
                parts(value.apply(Column.DEPARTMENT), "[/／>\\\\]"),
                value.apply(Column.MANAGER),
                parts(value.apply(Column.ROLES), "[,，、;；]"));
        return new Line(wanted, errors);
    }

    private static String value(SheetRow row, @Nullable Integer index, Column column, List<FieldError> errors) {
        String text = index == null ? "" : row.cell(index).text().strip();
        if (text.isEmpty()) {
            return "";
        }
        try {
            return column.type.read(StringNode.valueOf(text));
        } catch (Unreadable unreadable) {
            errors.add(FieldError.of(column.field(), unreadable.reason()));
            return text;
        }
    }

    private static @Nullable String blankless(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
