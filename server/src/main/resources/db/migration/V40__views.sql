-- Saved lists and boards: a person's own, and those shared with everybody.
create table saved_view (
    id bigint generated always as identity primary key,
    object text not null,
    owner bigint not null,
    name text not null,
    shared boolean not null default false,
    position integer not null default 0,
    kind text not null check (kind in ('table', 'board')),
    settings jsonb not null,
    version bigint not null default 1,
    created_at timestamptz not null default now()
);
create index saved_view_of_object on saved_view (object, owner);
create table pinned_view (
    person bigint not null,
    view bigint not null references saved_view (id) on delete cascade,
    primary key (person, view)
);

-- What people are told.
create table notice (
    id bigint generated always as identity primary key,
    person bigint not null,
    kind text not null,
    at timestamptz not null default now(),
    title text not null,
    body text,
    object text,
    record_id bigint,
    once text,
    read_at timestamptz
);
create index notice_of_person on notice (person, id desc);
create index notice_unread on notice (person) where read_at is null;
create unique index notice_once on notice (person, once);
