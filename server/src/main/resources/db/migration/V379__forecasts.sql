-- What a forecast of then was told from: whose a record was, how likely it seemed by its stage and by what was learnt,
-- and how far its seller counted on it. Snapshots from before know none of it.
alter table pipeline_snapshot
    add column owner       bigint,
    add column probability numeric,
    add column learnt      numeric,
    add column category    text;

-- What people say they will have won by the end of a period, all that is won in it included, and what those above them
-- say instead. Only ever added to; the highest turn of a person's own word, and of an adjustment, is the one in force. A
-- row without amounts takes it back.
create table forecast_submission (
    id        bigint generated always as identity primary key,
    object    text        not null,
    unit      text        not null check (unit in ('month', 'quarter', 'year')),
    from_day  date        not null,
    person    bigint      not null references person (id),
    adjusts   boolean     not null,
    turn      bigint      not null check (turn > 0),
    committed numeric(20, 2) check (committed >= 0),
    best      numeric(20, 2) check (best >= committed),
    note      text,
    at        timestamptz not null,
    author    bigint      not null references person (id),
    check (num_nulls(committed, best) in (0, 2)),
    check (adjusts = (author <> person)),
    constraint forecast_submission_once unique (object, unit, from_day, person, adjusts, turn)
);
create index forecast_submission_person on forecast_submission (person);
create index forecast_submission_author on forecast_submission (author);
