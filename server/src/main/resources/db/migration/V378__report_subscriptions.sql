-- Reports and dashboards that are sent by mail when their time comes, each recipient's figures reckoned anew.
create table report_subscription (
    id bigint generated always as identity primary key,
    version bigint not null default 1,
    kind text not null check (kind in ('report', 'dashboard')),
    -- the number of one that is kept, or the key of one that the product brings along
    report text not null,
    -- as it was called when it was last sent
    name text not null,
    owner bigint not null references person (id),
    people bigint[] not null,
    departments bigint[] not null,
    roles bigint[] not null,
    every text not null check (every in ('DAY', 'WEEK', 'MONTH')),
    weekdays text[] not null,
    day integer not null,
    at time not null,
    workdays boolean not null,
    pictures boolean not null,
    workbook boolean not null,
    note text not null,
    state text not null check (state in ('ACTIVE', 'PAUSED', 'ENDED')),
    -- why it has ended, in every language
    ended text,
    -- until when it was looked whether it is due
    looked_at timestamptz not null,
    created_at timestamptz not null,
    check (cardinality(people) + cardinality(departments) + cardinality(roles) > 0)
);
create index report_subscription_report on report_subscription (kind, report);
create index report_subscription_owner on report_subscription (owner);

-- Who does not want to receive one any more.
create table report_unsubscribed (
    subscription bigint not null references report_subscription (id) on delete cascade,
    person bigint not null references person (id),
    primary key (subscription, person)
);

-- Each time at which one came due; no time twice.
create table report_turn (
    id bigint generated always as identity primary key,
    subscription bigint not null references report_subscription (id) on delete cascade,
    due_at timestamptz not null,
    opened_at timestamptz not null,
    -- why nothing was sent, in every language; empty where it was
    skipped text,
    unique (subscription, due_at)
);

-- What becomes of a turn for each of its recipients; nobody twice.
create table report_sending (
    id bigint generated always as identity primary key,
    turn bigint not null references report_turn (id) on delete cascade,
    recipient bigint not null references person (id),
    state text not null check (state in ('WAITING', 'MAILED', 'NOTHING', 'FAILED')),
    attempts integer not null default 0,
    next_attempt timestamptz not null,
    -- in mail_queue, which forgets
    mail bigint,
    -- why there was nothing, or why it failed so far, in every language
    reason text,
    unique (turn, recipient)
);
create index report_sending_due on report_sending (next_attempt) where state = 'WAITING';
