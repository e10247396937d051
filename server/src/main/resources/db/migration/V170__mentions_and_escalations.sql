-- Whom a follow-up speaks to, until that person has answered or put it aside.
create table mention (
    id       bigint generated always as identity primary key,
    person   bigint      not null references person (id),
    activity bigint      not null,
    at       timestamptz not null,
    done_at  timestamptz,
    unique (activity, person)
);
create index mention_open on mention (person, id desc) where done_at is null;

-- Contacts that were agreed, did not come about, and of which the superior has been told: each once.
create table contact_escalation (
    object    text        not null,
    record    bigint      not null,
    due       timestamptz not null,
    told_at   timestamptz not null,
    primary key (object, record, due)
);
