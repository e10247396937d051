-- A version says what it was for; what is being prepared is kept as a draft of the whole overlay.
alter table catalog_overlay add column note text not null default '';

create table configuration_draft (
    id      bigint      generated always as identity primary key,
    name    text        not null,
    base    bigint      not null check (base > 0),
    data    jsonb       not null,
    version bigint      not null default 1 check (version > 0),
    at      timestamptz not null default clock_timestamp(),
    by      bigint      not null
);
