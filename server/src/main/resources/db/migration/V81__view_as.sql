-- An administrator looks as somebody else sees it, in one session and for a while.
alter table user_session
    add column viewing bigint references person (id),
    add column viewing_until timestamptz,
    add check ((viewing is null) = (viewing_until is null));
