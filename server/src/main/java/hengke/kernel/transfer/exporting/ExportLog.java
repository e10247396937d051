package hengke.kernel.transfer.exporting;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.files.StoredFile;
import hengke.kernel.problem.Language;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.transfer.exporting.ExportJob.Encoding;
import hengke.kernel.transfer.exporting.ExportJob.Format;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The table of exports: every one that was ever asked for stays, its file does not. */
public final class ExportLog {
    private static final Table<Record> JOBS = table(name("export_job"));
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> OPERATION = field(name("operation_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> SOURCE = field(name("source"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> ACTOR = field(name("actor"), SQLDataType.BIGINT);
    private static final org.jooq.Field<JSONB> ASKED = field(name("asked"), SQLDataType.JSONB);
    private static final org.jooq.Field<String> FORMAT = field(name("format"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> ENCODING = field(name("encoding"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> LANGUAGE = field(name("language"), SQLDataType.CLOB);
    private static final org.jooq.Field<String[]> COLUMNS = field(name("columns"), SQLDataType.CLOB.array());
    private static final org.jooq.Field<Integer> ATTEMPT = field(name("attempt"), SQLDataType.INTEGER);
    private static final org.jooq.Field<Long> ROWS = field(name("rows"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> FILE = field(name("file_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> FILE_NAME = field(name("file_name"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> FILE_SIZE = field(name("file_size"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> FILE_SHA256 = field(name("file_sha256"), SQLDataType.CLOB);
    private static final org.jooq.Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    private static final org.jooq.Field<Instant> EXPIRES_AT = field(name("expires_at"), SQLDataType.INSTANT);

    private static final List<org.jooq.Field<?>> ALL = List.of(
            ID,
            OPERATION,
            SOURCE,
            OBJECT,
            ASKED,
            FORMAT,
            ENCODING,
            LANGUAGE,
            COLUMNS,
            ATTEMPT,
            ROWS,
            FILE,
            FILE_NAME,
            FILE_SIZE,
            FILE_SHA256,
            AT,
            EXPIRES_AT);

    private ExportLog() {}

    static long create(DSLContext transaction, Wish wish, Operation operation, List<String> columns, Instant at) {
        Long id = transaction
                .insertInto(JOBS)
                .set(OPERATION, operation.id())
                .set(SOURCE, wish.source())
                .set(OBJECT, operation.object())
                .set(ACTOR, operation.actor())
                .set(ASKED, JSONB.valueOf(wish.asked().toString()))
                .set(FORMAT, wish.format().wire())
                .set(ENCODING, wish.encoding().wire())
                .set(LANGUAGE, wish.language().tag())
                .set(COLUMNS, columns.toArray(String[]::new))
                .set(ROWS, operation.total())
                .set(AT, at)
                .returningResult(ID)
                .fetchSingle(ID);
        return Objects.requireNonNull(id);
    }

    public static Optional<ExportJob> find(DSLContext database, long id) {
        return jobs(database, ID.eq(id), 1).stream().findFirst();
    }

    /** Exports of one person or of all, newest first; {@code before} continues a page. */
    public static List<ExportJob> page(DSLContext database, @Nullable Long actor, @Nullable Long before, int limit) {
        Condition condition = actor == null ? DSL.noCondition() : ACTOR.eq(actor);
        return jobs(database, condition.and(before == null ? DSL.noCondition() : ID.lt(before)), limit);
    }

    /** The operations are read before the jobs: an export that has come to its end then has its file. */
    private static List<ExportJob> jobs(DSLContext database, Condition condition, int limit) {
        Map<Long, Long> operations = database.select(ID, OPERATION)
                .from(JOBS)
                .where(condition)
                .orderBy(ID.desc())
                .limit(limit)
                .fetchMap(ID, OPERATION);
        Map<Long, Operation> found = OperationLog.find(database, operations.values());
        return database.select(ALL)
                .from(JOBS)
                .where(ID.eq(DSL.any(operations.keySet().toArray(Long[]::new))))
                .orderBy(ID.desc())
                .fetch(row -> job(row, Objects.requireNonNull(found.get(row.get(OPERATION)))));
    }

    /** Begins another attempt; whoever is still at an earlier one has lost it. */
    static int begin(DSLContext database, long id) {
        return Objects.requireNonNull(database.update(JOBS)
                .set(ATTEMPT, ATTEMPT.plus(1))
                .where(ID.eq(id))
                .returningResult(ATTEMPT)
                .fetchSingle(ATTEMPT));
    }

    static boolean isAttempt(DSLContext database, long id, int attempt) {
        return database.fetchExists(DSL.selectOne().from(JOBS).where(ID.eq(id), ATTEMPT.eq(attempt)));
    }

    static void arrived(DSLContext transaction, long id, StoredFile file, long rows, Instant expiresAt) {
        transaction
                .update(JOBS)
                .set(ROWS, rows)
                .set(FILE, file.id())
                .set(FILE_NAME, file.name())
                .set(FILE_SIZE, file.size())
                .set(FILE_SHA256, file.sha256())
                .set(EXPIRES_AT, expiresAt)
                .where(ID.eq(id))
                .execute();
    }

    /** How many rows a person has taken out, or is about to, since a moment; not counting one export. */
    static long rowsSince(DSLContext database, long person, Instant since, long exceptJob) {
        return database.fetchSingle("""
                        select coalesce(sum(export_job.rows), 0) from export_job
                        join operation on operation.id = operation_id and status in ('running', 'done')
                        where export_job.actor = {0} and at >= {1} and export_job.id <> {2}""", DSL.val(person), DSL.val(since, SQLDataType.INSTANT), DSL.val(exceptJob))
                .into(long.class);
    }

    /** Lets go of the files that have expired, and names them. */
    static List<Long> expire(DSLContext transaction, Instant now) {
        return transaction.fetch("""
                        with expired as (
                            select id, file_id from export_job
                            where file_id is not null and expires_at < {0} limit 100 for update skip locked)
                        update export_job set file_id = null from expired where export_job.id = expired.id
                        returning expired.file_id""", DSL.val(now, SQLDataType.INSTANT)).getValues(0, Long.class);
    }

    private static ExportJob job(Record found, Operation operation) {
        return new ExportJob(
                found.get(ID),
                operation,
                found.get(SOURCE),
                found.get(OBJECT),
                (ObjectNode) JsonMapper.shared().readTree(found.get(ASKED).data()),
                Format.valueOf(found.get(FORMAT).toUpperCase(Locale.ROOT)),
                Stream.of(Encoding.values())
                        .filter(encoding -> encoding.wire().equals(found.get(ENCODING)))
                        .findFirst()
                        .orElseThrow(),
                Language.of(found.get(LANGUAGE)),
                List.of(found.get(COLUMNS)),
                found.get(ATTEMPT),
                found.get(ROWS),
                found.get(FILE),
                found.get(FILE_NAME),
                found.get(FILE_SIZE),
                found.get(FILE_SHA256),
                found.get(AT),
                found.get(EXPIRES_AT));
    }
}
