-- Text messages on their way. The code in one is sealed while it waits, and gone once it is sent or given up; that there
-- was one counts for what a number may get in a day.
create table sms_queue (
    id           bigint generated always as identity primary key,
    mobile       text        not null,
    -- with whom it was promised
    provider     text        not null,
    content      jsonb,
    state        text        not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
    attempts     int         not null default 0,
    error        text,
    next_attempt timestamptz not null,
    -- what it says is worth nothing any more
    until_at     timestamptz not null,
    created_at   timestamptz not null,
    ended_at     timestamptz
);
create index sms_queue_due on sms_queue (next_attempt) where state = 'waiting';
create index sms_queue_number on sms_queue (mobile, created_at);

-- What came to simulated phones.
create table sms_simulated (
    id     bigint generated always as identity primary key,
    at     timestamptz not null,
    mobile text        not null,
    text   text        not null
);
