-- When the next reminder of an appointment is due; kept beside its record, which it follows.
create table event_reminder (
    event bigint primary key,
    due_at timestamptz not null
);
create index event_reminder_due on event_reminder (due_at);

-- What somebody wants to have by mail as well.
create table calendar_mail (
    person bigint primary key references person (id),
    invitations boolean not null,
    reminders boolean not null
);

-- The link by which somebody's other calendars read along; of its secret only the hash is kept.
create table calendar_feed (
    person bigint primary key references person (id),
    secret bytea not null unique,
    made_at timestamptz not null,
    read_at timestamptz
);
