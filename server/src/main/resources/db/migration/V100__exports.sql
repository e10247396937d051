-- Exports: what was asked for, by whom, how much there was of it, and the file until it expires. The row stays.
create table export_job (
    id           bigint generated always as identity primary key,
    operation_id bigint      not null unique references operation (id),
    source       text        not null,
    object       text,
    actor        bigint      not null,
    asked        jsonb       not null,
    format       text        not null check (format in ('xlsx', 'csv')),
    encoding     text        not null check (encoding in ('utf-8', 'gb18030')),
    language     text        not null,
    columns      text[]      not null,
    attempt      integer     not null default 0,
    rows         bigint      not null,
    file_id      bigint references file (id),
    file_name    text,
    file_size    bigint,
    file_sha256  text,
    at           timestamptz not null,
    expires_at   timestamptz
);
create index export_job_of_actor on export_job (actor, id desc);
create index export_job_expiring on export_job (expires_at) where file_id is not null;
