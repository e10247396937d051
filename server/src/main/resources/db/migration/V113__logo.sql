-- The company's logo; none until there is a row.
create table company_logo (
    only_row boolean primary key default true check (only_row),
    type     text  not null,
    content  bytea not null,
    hash     text  not null
);
