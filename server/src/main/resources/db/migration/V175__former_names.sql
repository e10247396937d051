-- What records that are recognised by their names were called before; a table of its own, so that hints find it by index.
create table former_name (
    object    text        not null,
    record_id bigint      not null,
    name      text        not null, -- as it is compared
    written   text        not null,
    until     timestamptz not null default now(),
    primary key (object, record_id, name)
);

create index former_name_found on former_name (object, name);
