-- The pipelines of an object as the company has them: stages in order, rates, days until something rots.
create table pipelines (
    object     text        primary key,
    definition jsonb       not null,
    version    bigint      not null default 1,
    updated_at timestamptz not null,
    updated_by bigint      not null
);

-- Every step of every record from stage to stage: only ever added to.
create table stage_step (
    id         bigint generated always as identity primary key,
    object     text        not null,
    record_id  bigint      not null,
    at         timestamptz not null,
    pipeline   text,
    from_stage text,
    to_stage   text,
    actor      bigint      not null,
    operation  bigint      not null
);
create index stage_step_record on stage_step (object, record_id, id);
create index stage_step_at on stage_step (object, at);
