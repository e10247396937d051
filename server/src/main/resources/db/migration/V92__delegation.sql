-- While somebody is away, a colleague sees and edits what they own. Ended early, it ends at that moment; it is never
-- deleted once it has begun, so that it can be told later who could see what.
create table delegation (
    id          bigint generated always as identity primary key,
    person_id   bigint      not null references person (id),
    delegate_id bigint      not null references person (id) check (delegate_id <> person_id),
    starts_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at >= starts_at),
    created_at  timestamptz not null,
    created_by  bigint      not null references person (id)
);
create index delegation_end on delegation (ends_at);
