-- Who looks after which region, those who look after the same one in order: the first takes what is new there.
create table region_owner (
    region    text   not null,
    person_id bigint not null references person (id),
    place     bigint generated always as identity,
    primary key (region, person_id)
);
create index region_owner_person on region_owner (person_id);

insert into region_owner (region, person_id)
select region, id from person cross join unnest(regions) as region order by id;

alter table person drop column regions;

-- Objects whose new records go to the owner of their region.
create table region_assignment (
    object     text        primary key,
    updated_at timestamptz not null,
    updated_by bigint      not null
);
