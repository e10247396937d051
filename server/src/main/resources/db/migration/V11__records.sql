-- Operations: what somebody did, as one thing that can be followed and taken back.
create table operation (
    id bigint generated always as identity primary key,
    kind text not null,
    object text,
    label text not null,
    actor bigint not null,
    through text not null,
    status text not null check (status in ('running', 'done', 'failed', 'cancelled')),
    total bigint not null default 0,
    done bigint not null default 0,
    changed bigint not null default 0,
    failed bigint not null default 0,
    undoable boolean not null default false,
    undo_of bigint references operation (id),
    undone_by bigint references operation (id),
    cancel_asked boolean not null default false,
    task jsonb,
    conflicts jsonb not null default '[]',
    started_at timestamptz not null default now(),
    finished_at timestamptz
);
create index operation_of_actor on operation (actor, id desc);
create index operation_running on operation (id) where status = 'running';

-- History: every change of every record, by month.
create table record_change (
    id bigint generated always as identity,
    at timestamptz not null,
    operation_id bigint not null,
    object text not null,
    record_id bigint not null,
    version bigint not null,
    action text not null check (action in ('create', 'update', 'delete', 'restore')),
    actor bigint not null,
    before jsonb not null,
    after jsonb not null
) partition by range (at);
create table record_change_other partition of record_change default;
create index record_change_of_record on record_change (object, record_id, id desc);
create index record_change_of_operation on record_change (operation_id);

-- Running numbers: the last one given, by pattern and period.
create table running_number (
    name text primary key,
    last bigint not null
);

-- Answers already given to a POST with an idempotency key.
create table idempotent_answer (
    actor bigint not null,
    key text not null,
    request text not null,
    status integer,
    headers jsonb,
    body text,
    at timestamptz not null default now(),
    primary key (actor, key)
);
create index idempotent_answer_at on idempotent_answer (at);

-- The tag library of each object; records carry tags by name.
create table tag (
    id bigint generated always as identity primary key,
    object text not null,
    name text not null,
    color text,
    tag_group text,
    created_at timestamptz not null default now(),
    created_by bigint not null,
    unique (object, name)
);
