-- How the worth of customers is told: which records are deals, which window, which cut points. One row an object; without
-- a row the defaults hold.
create table worth_definition (
    object     text primary key,
    definition jsonb       not null,
    version    bigint      not null default 1,
    updated_at timestamptz not null,
    updated_by bigint      not null
);

-- The cut points of each run over all customers: the newest of an object is in force, also for single customers.
create table worth_cut (
    id        bigint generated always as identity primary key,
    object    text        not null,
    at        timestamptz not null,
    day       date        not null,
    since     date,
    -- what was in force when they were reckoned
    version   bigint      not null,
    -- of how many customers with a deal
    customers bigint      not null,
    recency   numeric[]   not null,
    frequency numeric[]   not null,
    monetary  numeric[]   not null,
    means     numeric[]   not null,
    -- set once every customer was reckoned with them
    done_at   timestamptz
);
create index worth_cut_newest on worth_cut (object, id desc);
