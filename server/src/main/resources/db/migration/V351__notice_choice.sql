-- How people want to be told of a kind of thing, where that is not as usual.
create table notice_choice (
    person bigint not null references person (id),
    kind text not null,
    app boolean not null,
    mail boolean not null,
    primary key (person, kind)
);
