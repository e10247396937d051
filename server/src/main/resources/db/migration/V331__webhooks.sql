-- Other programs that are told of what happens to records.
create table webhook_endpoint (
    id            bigint generated always as identity primary key,
    version       bigint      not null default 1,
    name          text        not null,
    address       text        not null,
    active        boolean     not null,
    -- why it was switched off by itself, and why it is told nothing though it is on
    off           text,
    fault         text,
    acting        bigint      not null,
    interests     jsonb       not null,
    secret        jsonb       not null,
    -- a secret that was replaced signs too, for a while
    former        jsonb,
    former_until  timestamptz,
    failures      integer     not null default 0,
    failing_since timestamptz,
    rests_until   timestamptz,
    updated_at    timestamptz not null,
    updated_by    bigint      not null
);
create unique index webhook_endpoint_name on webhook_endpoint (name);

-- What an endpoint is told, each thing once; the message keeps its id however often it is sent.
create table webhook_delivery (
    id         bigint generated always as identity primary key,
    endpoint   bigint      not null references webhook_endpoint on delete cascade,
    message    text        not null,
    type       text        not null,
    object     text,
    record_id  bigint,
    body       text        not null,
    state      text        not null check (state in ('waiting', 'delivered', 'parked')),
    attempts   integer     not null default 0,
    due_at     timestamptz not null,
    -- until then somebody is sending it
    held_until timestamptz,
    created_at timestamptz not null,
    ended_at   timestamptz,
    unique (endpoint, message)
);
create index webhook_delivery_due on webhook_delivery (endpoint, due_at, id) where state = 'waiting';
create index webhook_delivery_line on webhook_delivery (endpoint, object, record_id, id) where state = 'waiting';
create index webhook_delivery_newest on webhook_delivery (endpoint, id);
create index webhook_delivery_parked on webhook_delivery (endpoint, id) where state = 'parked';
create index webhook_delivery_old on webhook_delivery (created_at);

-- Every time it was sent: only ever added to.
create table webhook_attempt (
    id       bigint generated always as identity primary key,
    delivery bigint      not null references webhook_delivery on delete cascade,
    at       timestamptz not null,
    millis   bigint      not null,
    status   integer,
    fault    text,
    answer   text
);
create index webhook_attempt_delivery on webhook_attempt (delivery, id);
