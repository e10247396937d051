-- Where the company wants the values of a lead to go when it is converted: at most one row.
create table conversion_mapping (
    single     boolean     primary key default true check (single),
    definition jsonb       not null,
    version    bigint      not null default 1,
    updated_at timestamptz not null,
    updated_by bigint      not null
);
