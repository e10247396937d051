alter table demo add column lead_scoring bigint[] not null default '{}';
