-- Passwords somebody had before the present one, as hashes, so that none of the last few comes back.
create table password_history (
    id            bigint generated always as identity primary key,
    person_id     bigint      not null references person (id),
    password_hash text        not null,
    replaced_at   timestamptz not null
);
create index password_history_person on password_history (person_id, id desc);

-- An administrator has set the password by hand and wants it replaced.
alter table person add column must_change_password boolean not null default false;

alter table user_session drop constraint user_session_owes_check;
alter table user_session add constraint user_session_owes_check check (owes in ('password', 'secondFactor'));
