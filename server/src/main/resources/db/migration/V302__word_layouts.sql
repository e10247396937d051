-- Word files that papers of an object are laid out by; an edition names one, and none is ever changed.
create table paper_layout_word (
    file_id  bigint      primary key references file,
    object   text        not null,
    name     text        not null,
    added_at timestamptz not null,
    added_by bigint      not null
);
