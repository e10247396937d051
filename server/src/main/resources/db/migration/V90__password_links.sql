-- A link by which one person sets a password, once: the newest alone works. Kept as its SHA-256 only.
create table password_link (
    person_id   bigint primary key references person (id),
    secret_hash bytea       not null unique,
    purpose     text        not null check (purpose in ('invitation', 'reset')),
    created_at  timestamptz not null,
    created_by  bigint      not null references person (id),
    expires_at  timestamptz not null
);
