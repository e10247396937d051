-- Every model that was ever learnt, with what it is worth.
create table prediction_model (
    id         bigint generated always as identity primary key,
    object     text        not null,
    trained_at timestamptz not null,
    trained_by bigint      not null,
    decision   text        not null check (decision in ('served', 'kept_earlier', 'useless')),
    definition jsonb       not null,
    portrait   jsonb       not null,
    card       jsonb       not null
);
create index prediction_model_object on prediction_model (object, id desc);

-- By what the records of an object are foretold: the model in use, or what stages tell; and how the last try ended.
create table prediction (
    object    text   primary key,
    model     bigint references prediction_model (id),
    rates     jsonb  not null default '{"stages":[]}',
    left_out  jsonb  not null default '[]',
    version   bigint not null default 1,
    tried_at  timestamptz,
    refusal   jsonb,
    scored_at timestamptz,
    drift     jsonb  not null default '[]'
);
