package hengke.web.logs;

import hengke.kernel.metadata.Label;
import hengke.kernel.problem.Language;
import hengke.kernel.transfer.writing.CellValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Told rows as cells, in one language and by the company's clock. */
record Cells(Language language, ZoneId zone) {
    static Log.Column moment(String key, String chinese, String english) {
        return new Log.Column(
                new Label(chinese, english),
                20,
                (row, cells) -> row.path(key).isString()
                        ? new CellValue.Moment(LocalDateTime.ofInstant(
                                Instant.parse(row.get(key).stringValue()), cells.zone()))
                        : CellValue.NOTHING);
    }

    static Log.Column text(String key, String chinese, String english, int width) {
        return new Log.Column(new Label(chinese, english), width, (row, _) -> CellValue.text(plain(row.path(key))));
    }

    static Log.Column number(String key, String chinese, String english) {
        return new Log.Column(
                new Label(chinese, english),
                10,
                (row, _) -> row.path(key).isNumber()
                        ? new CellValue.Number(BigDecimal.valueOf(row.get(key).longValue()))
                        : CellValue.NOTHING);
    }

    /** Each change on a line: field: from → to. */
    static Log.Column changes() {
        return new Log.Column(
                new Label("变更", "Changes"),
                60,
                (row, _) -> CellValue.text(row.path("changes")
                        .valueStream()
                        .map(change -> change.path("label")
                                        .asString(change.path("field").asString("")) + "：" + plain(change.path("from"))
                                + " → " + plain(change.path("to")))
                        .collect(Collectors.joining("\n"))));
    }

    /** What is labelled by its label, lists by their members. */
    private static String plain(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isArray()) {
            return value.valueStream().map(Cells::plain).collect(Collectors.joining("、"));
        }
        if (value.has("label")) {
            return value.get("label").isNull()
                    ? "#" + value.path("id").asString("")
                    : value.get("label").asString();
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
