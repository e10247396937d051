-- Endpoints are of a kind: the standard one is told of records; others keep what they need of their own.
alter table webhook_endpoint add column kind text not null default 'standard';
alter table webhook_endpoint add column own jsonb;
drop index webhook_endpoint_name;
create unique index webhook_endpoint_name on webhook_endpoint (kind, name);
