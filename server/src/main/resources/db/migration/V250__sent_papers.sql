-- Papers that left, each for one recipient, as they were then; and the link by which a stranger may read one.
create table sent_paper (
    id              bigint generated always as identity primary key,
    object          text        not null,
    record_id       bigint      not null,
    title           text        not null,
    sent_at         timestamptz not null,
    sent_by         bigint      not null,
    recipient       text        not null,
    mailed          boolean     not null,
    attached        boolean     not null,
    subject         text,
    language        text        not null,
    file_id         bigint      not null,
    shown_file_id   bigint,
    pages           integer     not null,
    link_hash       bytea unique,
    link_until      timestamptz,
    revoked_at      timestamptz,
    revoked_by      bigint,
    openings        integer     not null default 0,
    first_opened_at timestamptz,
    last_opened_at  timestamptz
);
create index sent_paper_of_record on sent_paper (object, record_id, id desc);

-- Each time somebody has opened one; the visitor is a hash that tells a second look from a second reader.
create table paper_opening (
    id      bigint generated always as identity primary key,
    paper   bigint      not null references sent_paper,
    at      timestamptz not null,
    seen_at timestamptz not null,
    device  text        not null,
    visitor bytea       not null
);
create index paper_opening_of_paper on paper_opening (paper, id desc);
