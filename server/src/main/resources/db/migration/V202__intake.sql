-- Ways by which records come from outside.
create table intake_source (
    id         bigint generated always as identity primary key,
    key        text        not null unique,
    kind       text        not null,
    name       text        not null,
    object     text        not null,
    active     boolean     not null,
    design     jsonb       not null,
    version    bigint      not null default 1,
    updated_at timestamptz not null,
    updated_by bigint      not null
);

-- What arrived, kept before anything is made of it.
create table submission (
    id          bigint generated always as identity primary key,
    source      bigint      not null references intake_source,
    received_at timestamptz not null,
    address     text,
    once        text unique,
    body        jsonb       not null,
    repaired    jsonb,
    state       text        not null,
    record_id   bigint,
    errors      jsonb
);
create index submission_source on submission (source, id);
create index submission_open on submission (source, id) where state in ('new', 'failed');
create index submission_record on submission (record_id) where record_id is not null;
create index submission_address on submission (address, received_at);
