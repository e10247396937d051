-- Imports: what is to be taken in, how, and how far it is.
create table import_job (
    id bigint generated always as identity primary key,
    object text not null,
    actor bigint not null,
    through text not null,
    file_id bigint not null,
    file_name text not null,
    file_size bigint not null,
    layout jsonb not null,
    status text not null,
    mapping jsonb not null,
    mode text not null,
    keys text[] not null,
    on_duplicate text not null,
    dry_run boolean not null default false,
    operation_id bigint references operation (id),
    last_row integer not null default 0,
    total bigint not null default 0,
    done bigint not null default 0,
    created bigint not null default 0,
    updated bigint not null default 0,
    skipped bigint not null default 0,
    marked bigint not null default 0,
    failed bigint not null default 0,
    cancel_asked boolean not null default false,
    message text,
    started_at timestamptz not null default now(),
    finished_at timestamptz
);
create index import_job_of_actor on import_job (actor, id desc);

-- The verdict on each row, written in the same transaction as the records themselves.
create table import_row (
    import_id bigint not null references import_job (id) on delete cascade,
    row integer not null,
    verdict text not null,
    record_id bigint,
    content jsonb not null,
    errors jsonb not null,
    primary key (import_id, row)
);
create index import_row_verdict on import_row (import_id, verdict, row);

-- How a person matched a column title before.
create table import_memory (
    actor bigint not null,
    object text not null,
    title text not null,
    target text not null,
    primary key (actor, object, title)
);
