-- What the company has decided otherwise than the defaults, which stand in the code.

-- Every change first takes this row: changes come one after the other, and every node sees by the number that it must
-- read again.
create table settings_version (
    only_row boolean primary key default true check (only_row),
    version  bigint  not null default 1
);
insert into settings_version default values;

-- A secret is kept sealed; its key is a file in the data folder.
create table setting (
    name  text  primary key,
    value jsonb not null
);

create table setting_change (
    id           bigint generated always as identity primary key,
    version      bigint      not null,
    name         text        not null,
    value_before jsonb,
    value_after  jsonb,
    secret       boolean     not null,
    changed_at   timestamptz not null,
    changed_by   bigint      not null references person (id)
);
create index setting_change_name on setting_change (name, version);

-- What was decided about the company becomes settings.
insert into setting (name, value) select 'company.name', to_jsonb(name) from company where name <> '';
insert into setting (name, value) select 'company.timeZone', to_jsonb(time_zone) from company where time_zone <> 'Asia/Shanghai';
insert into setting (name, value) select 'company.currency', to_jsonb(currency) from company where currency <> 'CNY';
drop table company;
