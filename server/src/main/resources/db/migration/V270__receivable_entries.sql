-- The ledger of receivables: what was planned, received, settled and invoiced, with the sign that takes it back again.
-- Balances are sums of it; it is only ever added to.
create table receivable_entry (
    id         bigint generated always as identity primary key,
    at         timestamptz not null default now(),
    operation  bigint      not null,
    kind       text        not null check (kind in ('planned', 'received', 'settled', 'invoiced')),
    record_id  bigint      not null,
    customer   bigint,
    contract   bigint,
    "order"    bigint,
    plan       bigint,
    payment    bigint,
    amount     numeric     not null,
    currency   text        not null,
    worth      numeric     not null
);

create index receivable_entry_customer on receivable_entry (customer, id);
create index receivable_entry_contract on receivable_entry (contract, id) where contract is not null;
create index receivable_entry_order on receivable_entry ("order", id) where "order" is not null;

create function receivable_entry_stands() returns trigger language plpgsql as $$
begin
    raise exception 'entries of the ledger are never changed';
end $$;

create trigger receivable_entry_stands before update or delete or truncate on receivable_entry
    for each statement execute function receivable_entry_stands();
