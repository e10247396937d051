-- Somebody who is not signed in asks for a link to set a new password. What they typed is kept for a day, whether there
-- is such a person or not; sent_to says whom a link was mailed to.
create table password_request (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    account text        not null,
    address text        not null,
    language text       not null,
    sent_to bigint[]
);
create index password_request_at on password_request (at);
