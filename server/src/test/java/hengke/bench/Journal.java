package hengke.bench;

/** What a write leaves beside the record itself, by hand: an operation, history and events. */
final class Journal {
    private static final String OPERATION = "currval(pg_get_serial_sequence('operation', 'id'))";
    private static final String EVENT = "insert into outbox (kind, object, record_id, operation_id, payload)"
            + " select 'record.changed', 'customer', id, " + OPERATION
            + ", jsonb_build_object('action', cast(? as text), 'version', version, 'actor', cast(? as bigint),"
            + " 'fields', cast(? as jsonb)) from customer where id = any(?)";
    private static final String CHANGE =
            "insert into record_change (at, operation_id, object, record_id, version, action, actor, before, after)"
                    + " select now(), " + OPERATION + ", 'customer', id, version, ?, ?, '{}', cast(? as jsonb)"
                    + " from customer where id = any(?)";

    private Journal() {}

    static void operation(ByHand hand, Cast.Person person, String kind) {
        hand.execute(
                "insert into operation (kind, object, label, actor, through, status, total, done, changed)"
                        + " values (?, 'customer', '客户', ?, 'api', 'done', 1, 1, 1)",
                kind,
                person.id());
    }

    static void creationOf(ByHand hand, Cast.Person person, long id, String after, String fields) {
        write(hand, person, new Long[] {id}, "create", after, fields);
    }

    static void changesOf(ByHand hand, Cast.Person person, Long[] ids, String after, String fields) {
        write(hand, person, ids, "update", after, fields);
    }

    private static void write(ByHand hand, Cast.Person person, Long[] ids, String action, String after, String fields) {
        hand.execute(CHANGE, action, person.id(), after, ids);
        hand.execute(EVENT, action, person.id(), fields, ids);
    }
}
