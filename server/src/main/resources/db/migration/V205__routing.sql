-- By which rules new records of an object go to people, and how soon these are to be in touch.
create table routing (
    object     text        primary key,
    definition jsonb       not null,
    version    bigint      not null default 1,
    updated_at timestamptz not null,
    updated_by bigint      not null
);

-- Whose turn it is under each rule.
create table routing_turn (
    object text   not null,
    rule   text   not null,
    person bigint not null,
    credit bigint not null,
    primary key (object, rule, person)
);

-- Every decision about who is to have a record: only ever added to.
create table routing_decision (
    id        bigint generated always as identity primary key,
    object    text        not null,
    record_id bigint      not null,
    at        timestamptz not null,
    cause     text        not null,
    outcome   text        not null,
    rule      text,
    way       text,
    person    bigint,
    pool_id   bigint,
    former    bigint,
    passed    jsonb       not null,
    actor     bigint      not null,
    operation bigint      not null
);
create index routing_decision_record on routing_decision (object, record_id, id);
create index routing_decision_object on routing_decision (object, id);
create index routing_decision_person on routing_decision (object, person, at) where person is not null;
create index routing_decision_waiting on routing_decision (object, at) where outcome = 'waiting';
