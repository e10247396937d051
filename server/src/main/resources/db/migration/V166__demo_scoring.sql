alter table demo add column scoring bigint[] not null default '{}';
