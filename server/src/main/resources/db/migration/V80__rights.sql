-- Parts of the administration that a role opens, and how a field that it masks looks.
alter table role add column pages text[] not null default '{}';
alter table role_field
    add column mask text check (mask in ('all', 'name', 'tail', 'ends', 'email', 'phone')),
    add column reveal boolean not null default false,
    add check (field_right = 'masked' or mask is null and not reveal);

-- Who had a masked value shown, and which administrator looked through whose eyes. Only ever added to.
create table access_log (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    kind      text        not null check (kind in ('reveal', 'viewAs', 'viewAsEnd')),
    person_id bigint      not null references person (id),
    seen_as   bigint references person (id),
    object    text,
    record_id bigint,
    field     text,
    address   text        not null,
    device    text        not null,
    check ((kind = 'reveal') = (record_id is not null and object is not null and field is not null)),
    check ((kind = 'reveal') = (seen_as is null))
);
create index access_log_person on access_log (person_id, at);
create index access_log_record on access_log (object, record_id, at) where kind = 'reveal';
