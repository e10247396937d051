-- Files that were said with what was done in an approval.
alter table approval_action add column files bigint[] not null default '{}';
create index approval_action_files on approval_action using gin (files) where files <> '{}';
