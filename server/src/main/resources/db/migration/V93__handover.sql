-- Work on records of several objects, each with somebody of its own, as one operation.
alter table operation_pending
    add column object text not null default '',
    add column person bigint,
    drop constraint operation_pending_pkey,
    add primary key (operation_id, object, record_id);

-- What somebody was to others and passed on in an operation, so that it can be taken back with it.
create table passed_post (
    operation_id bigint not null,
    post         text   not null check (post in ('manager', 'head')),
    subject_id   bigint not null,
    from_id      bigint not null,
    to_id        bigint,
    primary key (operation_id, post, subject_id)
);
