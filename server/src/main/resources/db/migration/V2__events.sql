-- What happened, written in the transaction that did it.
create table outbox (
    id           bigint generated always as identity primary key,
    written_by   xid8        not null default pg_current_xact_id(),
    kind         text        not null,
    object       text,
    record_id    bigint,
    operation_id bigint,
    payload      jsonb       not null,
    at           timestamptz not null default now()
);
create index outbox_written_by on outbox (written_by);
create index outbox_at on outbox (at);

-- How far each subscriber has come. Ids are not given in the order of commits, so a number cannot say it: everything
-- visible in the snapshot "seen" is done; "reading" is the window being worked through, up to the id "reached".
create table event_subscriber (
    name    text        primary key,
    seen    pg_snapshot not null,
    reading pg_snapshot,
    reached bigint      not null default 0
);

-- Events that a subscriber could not handle, and those of the same record that wait behind them.
create table event_retry (
    subscriber   text        not null references event_subscriber,
    event_id     bigint      not null references outbox on delete cascade,
    object       text,
    record_id    bigint,
    attempts     int         not null,
    error        text,
    next_attempt timestamptz not null,
    parked       boolean     not null default false,
    primary key (subscriber, event_id)
);
create index event_retry_record on event_retry (subscriber, object, record_id) where not parked;
create index event_retry_event on event_retry (event_id);
