-- The search for records that are the same thing written twice: one line for each object, the last search of it.
create table duplicate_scan (
    object       text        primary key,
    round        bigint      not null,
    shown_round  bigint      not null default 0,
    status       text        not null check (status in ('running', 'done', 'failed', 'cancelled')),
    phase        text        not null check (phase in ('keys', 'pairs', 'groups')),
    position     bigint      not null,
    total        bigint      not null,
    done         bigint      not null default 0,
    skipped      bigint      not null default 0,
    cancel_asked boolean     not null default false,
    started_by   bigint      not null,
    started_at   timestamptz not null default now(),
    finished_at  timestamptz
);

-- Two records that are alike, the lower id first; of a round that is not shown yet, or of the one that is.
create table duplicate_pair (
    object   text             not null,
    round    bigint           not null,
    one_id   bigint           not null,
    other_id bigint           not null,
    score    double precision not null,
    reasons  jsonb            not null,
    primary key (object, round, one_id, other_id)
);

create table duplicate_group (
    id      bigint generated always as identity primary key,
    object  text             not null,
    round   bigint           not null,
    score   double precision not null,
    whole   boolean          not null
);

create index duplicate_group_shown on duplicate_group (object, round, score desc, id);

create table duplicate_member (
    group_id  bigint not null references duplicate_group (id) on delete cascade,
    record_id bigint not null,
    primary key (group_id, record_id)
);

-- What somebody has looked at and found to be two.
create table duplicate_ignored (
    object   text        not null,
    one_id   bigint      not null,
    other_id bigint      not null,
    by_id    bigint      not null,
    at       timestamptz not null default now(),
    primary key (object, one_id, other_id)
);
