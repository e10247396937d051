-- Days that were imported or decided by hand; the shipped holidays stand in the code and hold for every other day.
create table calendar_day (
    day  date primary key,
    kind text not null check (kind in ('off', 'work', 'usual')),
    name text not null
);
