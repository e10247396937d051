-- Who leads a paper to its signatures: the product itself, or a certified service that knows it by a name of its own.
alter table signing_envelope
    add column provider  text    not null default 'own',
    add column reference text,
    -- ended here, and the service that leads it does not know yet
    add column untold    boolean not null default false;
create unique index signing_envelope_reference on signing_envelope (provider, reference) where reference is not null;
create index signing_envelope_led on signing_envelope (id)
    where provider <> 'own' and (untold or state in ('out', 'partly'));
