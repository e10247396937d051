-- The rows of each log, sealed in order: a block is a range of ids, a digest of what its rows say, and the hash of the
-- block before it. Ids and marks name the row that was touched; they go when retention lets the rows go.
create table log_block (
    log         text        not null,
    number      bigint      not null,
    first_id    bigint      not null,
    last_id     bigint      not null,
    rows        bigint      not null,
    from_at     timestamptz not null,
    to_at       timestamptz not null,
    open        bigint[]    not null,
    content     bytea       not null,
    previous    bytea       not null,
    hash        bytea       not null,
    ids         bigint[],
    marks       bigint[],
    sealed_at   timestamptz not null,
    released_at timestamptz,
    primary key (log, number)
);

-- How far each log may be sealed once every transaction is over that could still add a lower id.
create table log_horizon (
    log     text   primary key,
    last_id bigint not null,
    awaited xid8
);

-- Checks of all logs, asked for or nightly.
create table log_check (
    id          bigint generated always as identity primary key,
    actor       bigint      not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    result      jsonb
);
