-- The certificates in whose name papers are signed, each key sealed; the newest signs.
create table signing_key (
    id          bigint generated always as identity primary key,
    subject     text        not null,
    issuer      text        not null,
    fingerprint text        not null unique,
    from_at     timestamptz not null,
    until_at    timestamptz not null,
    own         boolean     not null,
    chain       text        not null,
    sealed      jsonb       not null,
    since       timestamptz not null,
    by          bigint
);

-- Seals, in millimetres, and each use of one.
create table seal (
    id         bigint generated always as identity primary key,
    name       text             not null,
    picture    bytea            not null,
    wide       double precision not null,
    high       double precision not null,
    holders    bigint[]         not null,
    active     boolean          not null,
    created_at timestamptz      not null,
    created_by bigint           not null
);
create table seal_use (
    id        bigint generated always as identity primary key,
    seal      bigint      not null references seal,
    at        timestamptz not null,
    person    bigint      not null,
    object    text        not null,
    record_id bigint      not null,
    title     text        not null
);
create index seal_use_of_seal on seal_use (seal, id desc);

-- Papers on their way to be signed, and those who sign them in turn.
create table signing_envelope (
    id          bigint generated always as identity primary key,
    object      text        not null,
    record_id   bigint      not null,
    title       text        not null,
    language    text        not null,
    base        text        not null,
    state       text        not null,
    code        text        not null unique,
    pages       integer     not null,
    first_file  bigint      not null,
    file_id     bigint      not null,
    audit_file  bigint,
    hash_before text        not null,
    hash_after  text,
    created_at  timestamptz not null,
    created_by  bigint      not null,
    started_at  timestamptz,
    until_at    timestamptz,
    ended_at    timestamptz,
    reason      text
);
create index signing_envelope_of_record on signing_envelope (object, record_id, id desc);
create unique index signing_envelope_under_way on signing_envelope (object, record_id) where state in ('out', 'partly');
create index signing_envelope_hash on signing_envelope (hash_after);

create table signing_party (
    id          bigint generated always as identity primary key,
    envelope    bigint           not null references signing_envelope on delete cascade,
    turn        integer          not null,
    name        text             not null,
    email       text,
    phone       text,
    person      bigint,
    seal        bigint references seal,
    edge        boolean          not null,
    page        integer          not null,
    x           double precision not null,
    y           double precision not null,
    wide        double precision not null,
    high        double precision not null,
    state       text             not null,
    asked_at    timestamptz,
    reminded_at timestamptz,
    code_hash   bytea,
    code_until  timestamptz,
    code_tries  integer          not null default 0,
    code_sent   timestamptz[]    not null default '{}',
    verified_at timestamptz,
    read_at     timestamptz,
    signed_at   timestamptz,
    way         text,
    reason      text,
    file_hash   text,
    unique (envelope, turn)
);
create index signing_party_hash on signing_party (file_hash);

-- The links they were sent, each kept only as its hash.
create table signing_link (
    hash  bytea  primary key,
    party bigint not null references signing_party on delete cascade
);

-- What happened with each, never changed: a log that is sealed as the others are.
create table signing_event (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    envelope bigint      not null,
    party    bigint,
    person   bigint,
    what     text        not null,
    details  jsonb       not null,
    address  text,
    device   text
);
create index signing_event_of_envelope on signing_event (envelope, id);
