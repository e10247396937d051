-- The address at which another program begins an automation; of its secret only a fingerprint is kept.
create table automation_address (
    automation bigint      primary key references automation,
    secret     text        not null unique,
    made_at    timestamptz not null,
    made_by    bigint      not null
);

-- What came there and what became of it; what began a run is kept as long as that.
create table automation_call (
    id         bigint generated always as identity primary key,
    automation bigint      not null references automation,
    at         timestamptz not null,
    once       text,
    body       text        not null,
    outcome    text        not null check (outcome in ('begun', 'refused', 'unknown')),
    record_id  bigint,
    run        bigint      references automation_run on delete cascade,
    note       text,
    unique (automation, once)
);
create index automation_call_newest on automation_call (automation, id);
create index automation_call_lately on automation_call (automation, at);
create index automation_call_run on automation_call (run);
create index automation_call_old on automation_call (at) where run is null;
