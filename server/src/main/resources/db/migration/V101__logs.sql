-- What administrators changed about the company itself: people, roles, settings, fields.
create table administration_change (
    id       bigint generated always as identity,
    at       timestamptz not null,
    actor    bigint      not null,
    token    bigint,
    kind     text        not null,
    subject  bigint,
    label    text        not null,
    action   text        not null check (action in ('create', 'update', 'delete')),
    before   jsonb       not null,
    after    jsonb       not null
) partition by range (at);
create table administration_change_other partition of administration_change default;
create index administration_change_id on administration_change (id desc);
create index administration_change_of_actor on administration_change (actor, id desc);
create index administration_change_of_kind on administration_change (kind, id desc);

-- Attempts to sign in by month, so that old months can be taken away whole.
alter table sign_in_attempt rename to sign_in_attempt_before;
alter index sign_in_attempt_login rename to sign_in_attempt_before_login;
alter index sign_in_attempt_address rename to sign_in_attempt_before_address;
create table sign_in_attempt (
    id        bigint generated always as identity,
    at        timestamptz not null,
    login     text        not null,
    person_id bigint references person (id),
    address   text        not null,
    device    text        not null,
    succeeded boolean     not null default false
) partition by range (at);
create table sign_in_attempt_other partition of sign_in_attempt default;
insert into sign_in_attempt (id, at, login, person_id, address, device, succeeded)
overriding system value
select id, at, login, person_id, address, device, succeeded from sign_in_attempt_before;
select setval(pg_get_serial_sequence('sign_in_attempt', 'id'), coalesce(max(id), 1), max(id) is not null)
from sign_in_attempt;
drop table sign_in_attempt_before;
create index sign_in_attempt_login on sign_in_attempt (lower(login), at);
create index sign_in_attempt_address on sign_in_attempt (address, at);
create index sign_in_attempt_id on sign_in_attempt (id desc);
create index sign_in_attempt_of_login on sign_in_attempt (lower(login), id desc);
create index sign_in_attempt_of_address on sign_in_attempt (address, id desc);
create index sign_in_attempt_of_person on sign_in_attempt (person_id, id desc);
create index sign_in_attempt_failed on sign_in_attempt (id desc) where not succeeded;
create index sign_in_attempt_succeeded on sign_in_attempt (id desc) where succeeded;

-- What the logs are searched by, newest first.
create index record_change_id on record_change (id desc);
create index record_change_of_actor on record_change (actor, id desc);
create index record_change_of_object on record_change (object, id desc);
create index operation_of_object on operation (object, id desc);
create index operation_of_kind on operation (kind, id desc);
