package hengke.kernel.transfer.exporting;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Organisation;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.problem.Language;
import hengke.kernel.query.Pages;
import hengke.kernel.transfer.writing.CellValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Values of records as texts that people read on paper or in a mail, as far as somebody may see them. */
@Component
public final class RecordTexts {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String GROUPED = "#,##0.##########";

    private final LiveCatalog catalog;
    private final Access access;
    private final LiveOrganisation organisation;
    private final StoredFiles files;
    private final DSLContext database;

    RecordTexts(
            LiveCatalog catalog, Access access, LiveOrganisation organisation, StoredFiles files, DSLContext database) {
        this.catalog = catalog;
        this.access = access;
        this.organisation = organisation;
        this.files = files;
        this.database = database;
    }

    /** The fields of an object that somebody may see at all. */
    public List<Field<?>> fields(Actor actor, ObjectDefinition object) {
        return object.fields().stream()
                .filter(field -> access.right(actor, object, field).atLeast(FieldRight.MASKED))
                .<Field<?>>map(field -> access.guard(actor).seen(object, field))
                .toList();
    }

    /** By field name; a value that is absent is an empty text. */
    public List<Map<String, String>> of(
            Actor actor, ObjectDefinition object, List<Row> rows, List<Field<?>> fields, Language language) {
        Organisation now = organisation.get();
        Names names = new Names(catalog.current(), access, new Pages(database), files, actor, now);
        names.prepare(rows, fields);
        RecordCells cells = new RecordCells(
                fields,
                field -> access.mask(actor, object, field),
                false,
                language,
                now.company().timeZone());
        List<Map<String, String>> texts = new ArrayList<>();
        for (Row row : rows) {
            List<CellValue> its = cells.of(row, names);
            Map<String, String> text = new LinkedHashMap<>();
            for (int i = 0; i < its.size(); i++) {
                text.put(fields.get(i).name(), text(its.get(i), language));
            }
            texts.add(text);
        }
        return texts;
    }

    private static String text(CellValue value, Language language) {
        return switch (value) {
            case CellValue.Nothing() -> "";
            case CellValue.Text(String text) -> text;
            case CellValue.Number(BigDecimal number) -> grouped(number, GROUPED);
            case CellValue.Amount(BigDecimal amount) -> grouped(amount, "#,##0.00");
            case CellValue.Money(BigDecimal amount, String currency) -> money(amount, currency);
            case CellValue.Percent(BigDecimal percent) -> grouped(percent, GROUPED) + "%";
            case CellValue.Day(var day) ->
                language == Language.CHINESE
                        ? day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
                        : day.toString();
            case CellValue.Moment(var moment) -> MOMENT.format(moment);
            case CellValue.Link(String text, var _) -> text;
        };
    }

    private static String money(BigDecimal amount, String currency) {
        int digits = Currencies.digits(currency);
        String number = grouped(
                amount.setScale(digits, RoundingMode.HALF_UP), "#,##0" + (digits > 0 ? "." + "0".repeat(digits) : ""));
        return (currency.equals("CNY") ? "¥" : currency + " ") + number;
    }

    private static String grouped(BigDecimal number, String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
