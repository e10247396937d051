-- Mailboxes that are read, each for one owner of one purpose.
create table mailbox (
    id           bigint generated always as identity primary key,
    purpose      text        not null,
    owner        bigint      not null,
    version      bigint      not null default 1,
    host         text        not null,
    port         integer     not null,
    security     text        not null,
    account      text        not null,
    password     jsonb       not null,
    folder       text        not null,
    mark_seen    boolean     not null,
    active       boolean     not null,
    since        timestamptz not null,
    uid_validity bigint,
    last_uid     bigint      not null default 0,
    next_read    timestamptz not null,
    held_until   timestamptz,
    read_at      timestamptz,
    failures     integer     not null default 0,
    error        text,
    unique (purpose, owner)
);

-- The mails that were taken, so that one delivered again is not a second.
create table mailbox_mail (
    mailbox     bigint      not null references mailbox,
    fingerprint text        not null,
    taken_at    timestamptz not null,
    primary key (mailbox, fingerprint)
);
