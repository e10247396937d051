-- Whom a provider of identities knows under which subject. The address may change, the subject never does.
create table provider_subject (
    issuer    text   not null,
    subject   text   not null,
    person_id bigint not null references person (id),
    linked_at timestamptz not null,
    primary key (issuer, subject)
);
create index provider_subject_person on provider_subject (person_id);

-- A browser that has been sent to the provider and is expected back, once.
create table provider_visit (
    state_hash bytea primary key,
    nonce      text        not null,
    verifier   text        not null,
    next       text        not null,
    began_at   timestamptz not null
);
