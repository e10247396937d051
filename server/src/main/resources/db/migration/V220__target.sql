-- What a person or a department aims at in a month, by one measure. Quarters and years are the sums of their months. A
-- target that is taken away keeps its row, so that its version goes on.
create table target (
    measure    text        not null,
    person     bigint references person (id),
    department bigint references department (id) on delete cascade,
    month      date        not null check (extract(day from month) = 1),
    amount     numeric(20, 2) check (amount >= 0),
    version    bigint      not null default 1,
    changed_at timestamptz not null,
    changed_by bigint      not null references person (id),
    check (num_nonnulls(person, department) = 1),
    constraint target_once unique nulls not distinct (measure, month, person, department)
);
create index target_department on target (department);
