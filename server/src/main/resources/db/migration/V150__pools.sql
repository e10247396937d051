-- What a pool is beside its name: who belongs to it, its limits and rules. The pool itself is a record, whose table the
-- catalog makes.
create table pool_definition (
    pool_id    bigint primary key,
    object     text        not null,
    definition jsonb       not null,
    version    bigint      not null default 1,
    updated_at timestamptz not null,
    updated_by bigint      not null
);

create table pool_version (
    version bigint not null
);
insert into pool_version values (1);

-- Whose every record was, and how it came: only ever added to. Limits are counted from it.
create table pool_claim (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    object    text        not null,
    record_id bigint      not null,
    pool_id   bigint,
    kind      text        not null check (kind in
        ('claim', 'assign', 'create', 'import', 'transfer', 'return', 'recycle', 'move', 'undo')),
    person    bigint,
    former    bigint,
    actor     bigint      not null,
    operation bigint      not null,
    reason    text
);
create index pool_claim_record on pool_claim (object, record_id, id);
create index pool_claim_day on pool_claim (person, pool_id, at) where kind = 'claim';
create index pool_claim_operation on pool_claim (operation) where kind = 'recycle';
