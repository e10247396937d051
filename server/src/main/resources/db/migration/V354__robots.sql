-- Notices that wait to be told in a group, several in one message.
create table robot_notice (
    id       bigint generated always as identity primary key,
    endpoint bigint      not null references webhook_endpoint on delete cascade,
    person   bigint      not null,
    kind     text        not null,
    -- whether the person wants to be called of such things
    calls    boolean     not null,
    at       timestamptz not null
);
create index robot_notice_endpoint on robot_notice (endpoint, id);
create index robot_notice_old on robot_notice (at);

-- What came to a simulated group, and how it answered.
create table robot_simulated (
    id       bigint generated always as identity primary key,
    endpoint bigint      not null references webhook_endpoint on delete cascade,
    at       timestamptz not null,
    body     text        not null,
    answer   text        not null
);
create index robot_simulated_endpoint on robot_simulated (endpoint, id);
