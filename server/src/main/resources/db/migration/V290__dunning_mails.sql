-- Reminders that went to customers by mail: of each term at each of the days once.
create table dunning_mail (
    plan      bigint      not null,
    due       date        not null,
    mark      integer     not null,
    at        timestamptz not null,
    recipient text,
    primary key (plan, due, mark)
);
