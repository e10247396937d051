-- What colleagues say to each other: between two, and in groups.
create table conversation (
    id bigint generated always as identity primary key,
    title text,
    -- The two of a conversation between two, the lower id first.
    pair bigint[] unique,
    last_at timestamptz not null,
    last_message bigint,
    check ((title is null) <> (pair is null))
);

create table conversation_member (
    conversation bigint not null references conversation (id),
    person bigint not null references person (id),
    -- Only what was said after this message is for them.
    since bigint not null,
    read_up_to bigint not null,
    keeper boolean not null,
    muted boolean not null default false,
    primary key (conversation, person)
);
create index conversation_member_person on conversation_member (person);

create table chat_message (
    id bigint generated always as identity primary key,
    conversation bigint not null references conversation (id),
    author bigint not null references person (id),
    at timestamptz not null,
    kind text not null,
    text text,
    -- Those a message of what became of the group is about.
    people bigint[] not null default '{}',
    object text,
    record_id bigint,
    files bigint[] not null default '{}',
    mentions bigint[] not null default '{}',
    answers bigint references chat_message (id),
    taken_back_at timestamptz
);
create index chat_message_conversation on chat_message (conversation, id);
create index chat_message_files on chat_message using gin (files) where files <> '{}';
