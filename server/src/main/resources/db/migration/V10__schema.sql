-- What the schema sync did, step by step; a row still 'running' without its node belongs to a killed start.
create table schema_step (
    id          bigint generated always as identity primary key,
    what        text        not null,
    node        text        not null,
    state       text        not null check (state in ('running', 'done', 'failed', 'interrupted')),
    started_at  timestamptz not null default clock_timestamp(),
    finished_at timestamptz,
    error       text
);
create index schema_step_running on schema_step (id) where state = 'running';

-- What the company has changed about the shipped objects: every version is kept, the highest is in force.
create table catalog_overlay (
    version bigint      primary key check (version > 0),
    data    jsonb       not null,
    at      timestamptz not null default clock_timestamp(),
    by      bigint
);
