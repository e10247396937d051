-- By whose leave work goes on in the background: the token it was begun with, if it was one.
alter table operation add column token bigint, add column message text;
-- Who began the run, which may be another than who opened the import, and which run it is: work promised for an earlier
-- one finds nothing to do.
alter table import_job
    add column begun_by bigint,
    add column begun_with bigint,
    add column attempt integer not null default 0;
