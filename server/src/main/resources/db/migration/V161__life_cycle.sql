-- Every move of a status that the life of a customer is told from; only ever added to.
create table life_move (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    object      text        not null,
    record_id   bigint      not null,
    from_status text,
    to_status   text,
    -- takes the move before it back, as if neither had been
    undoes      boolean     not null,
    operation   bigint      not null
);
create index life_move_record on life_move (object, record_id, id);
