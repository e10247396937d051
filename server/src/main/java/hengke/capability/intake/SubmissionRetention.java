package hengke.capability.intake;

import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.RecycleBin;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes away by night what came from outside and is of no use any more: what was set aside for longer than the company
 * keeps it, and what became a record that is gone for good, because people who ask to be forgotten are meant by it too.
 */
@Component
final class SubmissionRetention {
    private static final int PART = 500;

    /** What went into another record before its own was removed belongs to that one. */
    private static final String FOLLOW_MERGED = """
            update submission s set record_id = m.into_id
            from merged_record m, intake_source i
            where i.id = s.source and i.object = {0} and m.object = {0} and m.record_id = s.record_id
              and not exists (select from {1} r where r.id = s.record_id)""";

    private static final String ASIDE = """
            delete from submission where id in (
                select id from submission where state in ('spam', 'ignored') and received_at < {0}
                order by received_at limit {1} for update skip locked)
            returning body""";

    private static final String OF_THE_GONE = """
            delete from submission where id in (
                select s.id from submission s join intake_source i on i.id = s.source
                where i.object = {0} and s.record_id is not null
                  and not exists (select from {1} r where r.id = s.record_id)
                order by s.id limit {2} for update of s skip locked)
            returning body""";

    private final DSLContext database;
    private final LiveCatalog catalog;
    private final RecycleBin files;
    private final Settings settings;
    private final Clock clock;

    SubmissionRetention(DSLContext database, LiveCatalog catalog, RecycleBin files, Settings settings, Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /** Safe to run on several nodes, and to be killed. */
    void clear() {
        Instant old = clock.instant().minus(Duration.ofDays(settings.get(IntakeSettings.ASIDE_DAYS)));
        removeAll(ASIDE, DSL.val(old, SQLDataType.INSTANT), DSL.inline(PART));
        for (ObjectDefinition object : catalog.current().objects()) {
            if (object.has(Captured.class)) {
                clearOf(object);
            }
        }
    }

    private void clearOf(ObjectDefinition object) {
        Table<?> records = DSL.table(DSL.name(object.table()));
        int followed;
        do {
            followed = database.execute(FOLLOW_MERGED, DSL.val(object.name()), records);
        } while (followed > 0);
        removeAll(OF_THE_GONE, DSL.val(object.name()), records, DSL.inline(PART));
    }

    private void removeAll(String part, org.jooq.QueryPart... with) {
        int removed;
        do {
            removed = database.transactionResult(transaction -> {
                Result<?> gone = transaction.dsl().fetch(part, with);
                List<Long> kept = new ArrayList<>();
                gone.forEach(row -> kept.addAll(files(Objects.requireNonNull(row.get(0, JSONB.class)))));
                files.removeUnused(transaction.dsl(), kept);
                return gone.size();
            });
        } while (removed == PART);
    }

    private static List<Long> files(JSONB body) {
        return JsonMapper.shared()
                .readTree(body.data())
                .at("/mail/attachments")
                .valueStream()
                .map(file -> file.path("file"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::longValue)
                .toList();
    }
}
