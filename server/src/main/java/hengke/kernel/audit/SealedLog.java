package hengke.kernel.audit;

import java.util.List;

/**
 * A log whose rows are sealed.
 *
 * @param table with ascending ids
 * @param at when a row was written
 * @param said what a row says from the beginning and for ever, as a list of SQL expressions
 * @param outcome what it says once it is no longer open
 * @param open whether a row is still open; what comes of it after it was sealed is not covered
 * @param byMonth is the table partitioned by month?
 */
record SealedLog(String name, String table, String at, String said, String outcome, String open, boolean byMonth) {
    private static final String NEVER = "false";

    static final List<SealedLog> ALL = List.of(
            new SealedLog(
                    "operations",
                    "operation",
                    "started_at",
                    "id, kind, object, label, actor, token, through, " + micros("started_at"),
                    "status, total, done, changed, failed, message, " + micros("finished_at"),
                    "status = 'running'",
                    false),
            new SealedLog(
                    "logins",
                    "sign_in_attempt",
                    "at",
                    "id, " + micros("at") + ", login, person_id, address, device, succeeded",
                    "",
                    NEVER,
                    true),
            new SealedLog(
                    "changes",
                    "record_change",
                    "at",
                    "id, " + micros("at") + ", operation_id, object, record_id, version, action, actor, before, after",
                    "",
                    NEVER,
                    true),
            new SealedLog(
                    "administration",
                    "administration_change",
                    "at",
                    "id, " + micros("at") + ", actor, token, kind, subject, label, action, before, after",
                    "",
                    NEVER,
                    true),
            new SealedLog(
                    "access",
                    "access_log",
                    "at",
                    "id, " + micros("at") + ", kind, person_id, seen_as, object, record_id, field, address, device",
                    "",
                    NEVER,
                    false),
            new SealedLog(
                    "settings",
                    "setting_change",
                    "changed_at",
                    "id, version, name, value_before, value_after, secret, changed_by, " + micros("changed_at"),
                    "",
                    NEVER,
                    false),
            new SealedLog(
                    "signing",
                    "signing_event",
                    "at",
                    "id, " + micros("at") + ", envelope, party, person, what, details, address, device",
                    "",
                    NEVER,
                    false),
            new SealedLog(
                    "exports",
                    "export_job",
                    "at",
                    "id, operation_id, source, object, actor, asked, format, columns, " + micros("at"),
                    "rows, file_sha256",
                    "exists (select from operation where operation.id = operation_id and status = 'running')",
                    false));

    /** Whatever the time zone and the date style of the session. */
    private static String micros(String column) {
        return "(extract(epoch from " + column + ") * 1000000)::bigint";
    }

    /**
     * The rows of a range with the digest of what each says.
     *
     * @param isOpen tells the open ones: as they are now, or as they were when sealed
     */
    String digests(String isOpen) {
        String whole = outcome.isEmpty()
                ? "jsonb_build_array(" + said + ")"
                : "case when " + isOpen + " then jsonb_build_array(" + said + ") else jsonb_build_array(" + said + ", "
                        + outcome + ") end";
        return "select id, " + at + " as at, " + isOpen + " as open, sha256(convert_to(" + whole
                + "::text, 'UTF8')) as digest from " + table + " where id between {0} and {1}";
    }
}
