-- How often each of the company's lists of rules has changed, so that a node sees at a glance whether it knows the
-- newest.
create table live_version (
    name    text   primary key,
    version bigint not null
);
drop table pool_version;
