-- Layouts of papers that the company makes itself: each a draft that is worked on, and editions that are never changed.
create table paper_layout (
    id         bigint generated always as identity primary key,
    object     text        not null,
    name       text        not null,
    active     boolean     not null default true,
    standard   boolean     not null default false,
    draft      jsonb       not null,
    published  bigint,
    version    bigint      not null default 1,
    updated_at timestamptz not null,
    updated_by bigint      not null,
    unique (object, name)
);
create unique index paper_layout_standard on paper_layout (object) where standard;

create table paper_layout_version (
    id           bigint generated always as identity primary key,
    layout       bigint      not null references paper_layout,
    number       integer     not null,
    content      jsonb       not null,
    published_at timestamptz not null,
    published_by bigint      not null,
    unique (layout, number)
);
alter table paper_layout add foreign key (published) references paper_layout_version;

create function paper_layout_version_stands() returns trigger language plpgsql as $$
begin
    raise exception 'published layouts are never changed';
end $$;

create trigger paper_layout_version_stands before update or delete or truncate on paper_layout_version
    for each statement execute function paper_layout_version_stands();

-- By which edition a paper was printed that left or is signed; none is the layout that is shipped.
alter table sent_paper add column layout_version bigint references paper_layout_version;
alter table signing_envelope add column layout_version bigint references paper_layout_version;
