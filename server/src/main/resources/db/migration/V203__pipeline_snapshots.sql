-- How every open record of a pipeline stood at the beginning of a day: only ever added to.
create table pipeline_snapshot (
    object    text   not null,
    day       date   not null,
    record_id bigint not null,
    pipeline  text,
    stage     text,
    amount    numeric,
    expected  date,
    primary key (object, day, record_id)
);

-- The days of which there is one.
create table pipeline_snapshot_day (
    object   text        not null,
    day      date        not null,
    taken_at timestamptz not null,
    primary key (object, day)
);
