alter table demo add column pools bigint[] not null default '{}';
