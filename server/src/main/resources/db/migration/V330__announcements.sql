-- What everybody, or some, are told, and who has read it.
create table announcement (
    id bigint generated always as identity primary key,
    version bigint not null default 1,
    title text not null,
    body text not null,
    everybody boolean not null,
    people bigint[] not null,
    departments bigint[] not null,
    roles bigint[] not null,
    must_read boolean not null,
    until date,
    author bigint not null references person (id),
    published_at timestamptz not null,
    withdrawn_at timestamptz,
    check (everybody or cardinality(people) + cardinality(departments) + cardinality(roles) > 0)
);
create index announcement_published on announcement (published_at desc, id desc) where withdrawn_at is null;

create table announcement_read (
    announcement bigint not null references announcement (id) on delete cascade,
    person bigint not null references person (id),
    at timestamptz not null,
    primary key (announcement, person)
);
