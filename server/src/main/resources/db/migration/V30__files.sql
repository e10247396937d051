-- Uploaded files. The content lies in the file store under its checksum, once however often it was uploaded.
create table file (
    id         bigint generated always as identity primary key,
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name       text        not null check (name <> ''),
    type       text        not null,
    size       bigint      not null check (size >= 0),
    created_at timestamptz not null,
    created_by bigint      not null
);
create index file_by_content on file (sha256);
