-- The records a bulk operation still has to deal with; gone in the same transaction as the write, so that a kill
-- neither loses nor repeats one.
create table operation_pending (
    operation_id bigint not null references operation (id) on delete cascade,
    record_id bigint not null,
    primary key (operation_id, record_id)
);
