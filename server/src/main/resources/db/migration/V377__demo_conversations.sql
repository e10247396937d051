alter table demo add column conversations bigint[] not null default '{}';
