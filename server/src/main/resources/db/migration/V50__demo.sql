-- What the demo data brought along beside records; the one row stands as long as they are loaded.
create table demo (
    only_one boolean primary key default true check (only_one),
    operation_id bigint references operation (id),
    departments bigint[] not null default '{}',
    roles bigint[] not null default '{}',
    people bigint[] not null default '{}',
    tags bigint[] not null default '{}'
);
