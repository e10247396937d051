-- Every tick of a task in a stage, and every tick taken away: only ever added to.
create table stage_task_tick (
    id         bigint generated always as identity primary key,
    object     text        not null,
    record_id  bigint      not null,
    task       text        not null,
    done       boolean     not null,
    at         timestamptz not null,
    actor      bigint      not null
);
create index stage_task_tick_record on stage_task_tick (object, record_id, task, id);
