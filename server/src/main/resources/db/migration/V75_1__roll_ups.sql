-- How far each roll-up has been computed for the records that were there before it.
create table roll_up_state (
    object text not null,
    field text not null,
    definition text not null,
    computed_to bigint not null default 0,
    since timestamptz not null default now(),
    done_at timestamptz,
    primary key (object, field)
);
