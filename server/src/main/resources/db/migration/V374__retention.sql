-- What was found out about how records buy again: every finding is kept, the newest of an object holds.
create table retention_outlook (
    id      bigint generated always as identity primary key,
    object  text        not null,
    at      timestamptz not null,
    outlook jsonb       not null
);
create index retention_outlook_newest on retention_outlook (object, id desc);
