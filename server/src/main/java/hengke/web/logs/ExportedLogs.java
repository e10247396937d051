package hengke.web.logs;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.PageRight;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.transfer.exporting.ExportSource;
import hengke.kernel.transfer.writing.CellValue;
import hengke.kernel.transfer.writing.WrittenColumn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The rows of a log as a file, for administrators. Asked for with {@code log} and what it is searched by. */
@Component
final class ExportedLogs implements ExportSource {
    static final String NAME = "logs";

    private final Logs logs;
    private final Access access;
    private final LiveOrganisation organisation;

    ExportedLogs(Logs logs, Access access, LiveOrganisation organisation) {
        this.logs = logs;
        this.access = access;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Sheet open(Actor actor, ObjectNode asked, Language language) {
        access.requirePage(actor, PageRight.LOGS);
        Log log = logs.find(asked.path("log").asString(""));
        Map<String, String> searched = new TreeMap<>();
        asked.path("searched")
                .properties()
                .forEach(one -> searched.put(one.getKey(), one.getValue().asString()));
        Cells cells = new Cells(language, organisation.get().company().timeZone());
        return new Sheet() {
            @Override
            public Message.Spoken title() {
                return log.label();
            }

            @Override
            public @Nullable String object() {
                return null;
            }

            @Override
            public List<WrittenColumn> columns() {
                return log.columns().stream()
                        .map(column ->
                                WrittenColumn.of(column.label().in(language)).wide(column.width()))
                        .toList();
            }

            @Override
            public long count() {
                return logs.count(log, searched);
            }

            @Override
            public void read(DSLContext transaction, Consumer<List<List<CellValue>>> part) {
                logs.read(
                        transaction,
                        log,
                        searched,
                        rows -> part.accept(log.told(actor, language, rows).stream()
                                .map(row -> cells(log, row, cells))
                                .toList()));
            }
        };
    }

    private static List<CellValue> cells(Log log, ObjectNode row, Cells cells) {
        return log.columns().stream()
                .map(column -> column.cell().apply(row, cells))
                .toList();
    }
}
