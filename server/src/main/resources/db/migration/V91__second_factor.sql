-- The second step of signing in: a secret shared with an app that shows codes (RFC 6238). It counts once it is confirmed.
-- last_step: the time step of the newest code used, so that none is used twice.
create table second_factor (
    person_id    bigint primary key references person (id),
    secret       bytea       not null,
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);

-- For whoever has lost the app: each works once; kept as a hash, with the person so that equal codes differ.
create table recovery_code (
    person_id bigint not null references second_factor (person_id) on delete cascade,
    code_hash bytea  not null,
    primary key (person_id, code_hash)
);

-- What somebody who has just signed in must do before anything else.
alter table user_session add column owes text check (owes in ('secondFactor'));
