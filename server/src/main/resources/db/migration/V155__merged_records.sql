-- Which record another one went into. A row outlives the merged record itself, so that its address still leads on.
create table merged_record (
    object       text        not null,
    record_id    bigint      not null,
    into_id      bigint      not null,
    operation_id bigint      not null,
    at           timestamptz not null default now(),
    primary key (object, record_id)
);

create index merged_record_into on merged_record (object, into_id);
create index merged_record_operation on merged_record (operation_id);
