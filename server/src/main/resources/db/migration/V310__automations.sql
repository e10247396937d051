-- What goes by itself with the records of an object: a plan that the company has drawn, with all its editions.
create table automation (
    id         bigint generated always as identity primary key,
    object     text        not null,
    name       text        not null,
    active     boolean     not null default false,
    acting     bigint      not null,
    edition    integer     not null default 1,
    plan       jsonb       not null,
    fault      text,
    -- up to when days and schedules were looked at
    looked_at  timestamptz not null,
    version    bigint      not null default 1,
    updated_at timestamptz not null,
    updated_by bigint      not null,
    deleted_at timestamptz
);
create unique index automation_name on automation (object, name) where deleted_at is null;

create table automation_edition (
    automation bigint      not null references automation,
    edition    integer     not null,
    plan       jsonb       not null,
    at         timestamptz not null,
    by         bigint      not null,
    primary key (automation, edition)
);

-- One record on its way through one edition. The cause tells one beginning from another, so that none is taken twice;
-- the chain tells by which runs it was caused, so that no circle goes on.
create table automation_run (
    id         bigint generated always as identity primary key,
    automation bigint      not null references automation,
    edition    integer     not null,
    object     text        not null,
    record_id  bigint      not null,
    cause      text        not null,
    chain      text[]      not null,
    status     text        not null check (status in ('live', 'done', 'failed', 'stopped')),
    reason     text,
    node       text        not null,
    due_at     timestamptz not null,
    deadline   timestamptz,
    watching   boolean     not null default false,
    attempts   integer     not null default 0,
    error      text,
    started_at timestamptz not null,
    ended_at   timestamptz,
    unique (automation, record_id, cause)
);
create index automation_run_due on automation_run (due_at, id) where status = 'live';
create index automation_run_standing on automation_run (automation, edition, node, due_at) where status = 'live';
create index automation_run_watching on automation_run (object, record_id) where status = 'live' and watching;
create index automation_run_record on automation_run (object, record_id, id);
create index automation_run_newest on automation_run (automation, id);
create index automation_run_started on automation_run (automation, started_at);
create index automation_run_failed on automation_run (automation, id) where status = 'failed';
create index automation_run_ended on automation_run (ended_at) where ended_at is not null;

-- Every step that was taken, in its order: only ever added to.
create table automation_step (
    id         bigint generated always as identity primary key,
    run        bigint      not null references automation_run on delete cascade,
    automation bigint      not null,
    edition    integer     not null,
    node       text        not null,
    at         timestamptz not null,
    outcome    text        not null,
    way        integer,
    operation  bigint,
    note       text
);
create index automation_step_run on automation_step (run, id);
create index automation_step_node on automation_step (automation, edition, node, outcome);

-- Which records an operation has changed for which run.
create table automation_effect (
    operation bigint not null,
    object    text   not null,
    record_id bigint not null,
    run       bigint not null references automation_run on delete cascade,
    primary key (operation, object, record_id, run)
);
create index automation_effect_record on automation_effect (object, record_id);
create index automation_effect_run on automation_effect (run);
