-- What a forecast of then was told from: whose a record was, how likely it seemed by its stage and by what was learnt,
-- and how far its seller counted on it. Snapshots from before know none of it.
alter table pipeline_snapshot
    add column owner       bigint,
    add column probability numeric,
    add column learnt      numeric,
    add column category    text;
