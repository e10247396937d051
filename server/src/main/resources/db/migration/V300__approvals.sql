-- How records of an object are approved: ways that the company has drawn, each with all its editions.
create table approval_template (
    id         bigint generated always as identity primary key,
    object     text        not null,
    name       text        not null,
    active     boolean     not null default false,
    position   integer     not null,
    edition    integer     not null default 1,
    definition jsonb       not null,
    version    bigint      not null default 1,
    updated_at timestamptz not null,
    updated_by bigint      not null,
    unique (object, name)
);

-- One approval of one record: by which edition of which template, and how far it is. What it was asked for is kept.
create table approval (
    id          bigint generated always as identity primary key,
    template    bigint      not null,
    edition     integer     not null,
    name        text        not null,
    object      text        not null,
    record_id   bigint      not null,
    title       text        not null,
    starter     bigint      not null,
    status      text        not null,
    definition  jsonb       not null,
    state       jsonb       not null,
    snapshot    jsonb       not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    version     bigint      not null default 1
);
create unique index approval_underway on approval (object, record_id) where status in ('running', 'returned');
create index approval_record on approval (object, record_id, id);
create index approval_starter on approval (starter, id);

-- Who is or was asked. What it says follows from the state, so that "what waits for me" is one look.
create table approval_task (
    id         bigint generated always as identity primary key,
    approval   bigint      not null references approval on delete cascade,
    number     integer     not null,
    node       text        not null,
    person     bigint      not null,
    state      text        not null,
    asked_at   timestamptz not null,
    due_at     timestamptz,
    ended_at   timestamptz,
    ended_by   bigint,
    word       text
);
create unique index approval_task_live on approval_task (approval, number) where state = 'live';
create index approval_task_person on approval_task (person, id) where state = 'live';
create index approval_task_due on approval_task (due_at) where state = 'live' and due_at is not null;
create index approval_task_done on approval_task (ended_by, id) where ended_by is not null;
create index approval_task_approval on approval_task (approval, number);

-- Everything that was done, with what the world then said, so that the state follows from it: only ever added to.
create table approval_action (
    id         bigint generated always as identity primary key,
    approval   bigint      not null references approval on delete cascade,
    at         timestamptz not null,
    person     bigint      not null,
    acting_for bigint,
    kind       text        not null,
    task       integer,
    node       text,
    comment    text,
    details    jsonb       not null,
    action     jsonb,
    answers    jsonb       not null
);
create index approval_action_approval on approval_action (approval, id);

create function approval_action_stands() returns trigger language plpgsql as $$
begin
    raise exception 'what was done in an approval is never changed';
end $$;
create trigger approval_action_stands before update on approval_action
    for each row execute function approval_action_stands();

-- Who was told, and who has looked.
create table approval_copy (
    approval bigint      not null references approval on delete cascade,
    person   bigint      not null,
    node     text        not null,
    at       timestamptz not null,
    read_at  timestamptz,
    primary key (approval, person)
);
create index approval_copy_person on approval_copy (person, approval);
