-- By which rules the records of an object are scored.
create table scoring (
    object     text        primary key,
    definition jsonb       not null,
    version    bigint      not null default 1,
    updated_at timestamptz not null,
    updated_by bigint      not null
);

-- How far the scores of all records of an object are: up to which id, towards which rules on which day.
create table scoring_state (
    object      text        primary key,
    goal        text        not null,
    position    bigint      not null default 0,
    last        bigint      not null default 0,
    changed     bigint      not null default 0,
    operation   bigint,
    finished_at timestamptz
);

-- Records whose score is to be looked at again, because something that the rules look at has changed.
create table scoring_due (
    object    text   not null,
    record_id bigint not null,
    primary key (object, record_id)
);
