-- When the next reminder of an appointment is due; kept beside its record, which it follows.
create table event_reminder (
    event bigint primary key,
    due_at timestamptz not null
);
create index event_reminder_due on event_reminder (due_at);

-- The link by which somebody's other calendars read along; of its secret only the hash is kept.
create table calendar_feed (
    person bigint primary key references person (id),
    secret bytea not null unique,
    made_at timestamptz not null,
    read_at timestamptz
);
