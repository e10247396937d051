-- Mails on their way. What one says is sealed while it waits, and gone once it is sent.
create table mail_queue (
    id           bigint generated always as identity primary key,
    recipient    text        not null,
    subject      text        not null,
    content      jsonb,
    message_id   text        not null,
    state        text        not null default 'waiting' check (state in ('waiting', 'sent', 'parked')),
    attempts     int         not null default 0,
    error        text,
    next_attempt timestamptz not null,
    created_at   timestamptz not null,
    sent_at      timestamptz
);
create index mail_queue_due on mail_queue (next_attempt) where state = 'waiting';
