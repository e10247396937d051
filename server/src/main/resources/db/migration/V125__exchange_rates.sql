-- What one unit of a currency is worth in the company's, from a day on. Who changed which rate when from what to what
-- stands among the changes of settings, which are only ever added to.
create table exchange_rate (
    base       text        not null check (base ~ '^[A-Z]{3}$'),
    currency   text        not null check (currency ~ '^[A-Z]{3}$' and currency <> base),
    valid_from date        not null,
    rate       numeric     not null check (rate > 0),
    entered_at timestamptz not null,
    entered_by bigint      not null references person (id),
    primary key (base, currency, valid_from)
);

-- The base currency stands with the other currencies.
update setting set name = 'money.base' where name = 'company.currency';

-- Who writes an amount asks this: the base currency is not changed until its transaction ends, and the version tells
-- whether what the node knows is the newest. A function, because a statement of its own begins after the lock is had.
create function money_held() returns bigint language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(735, 1);
    return (select version from settings_version);
end $$;
