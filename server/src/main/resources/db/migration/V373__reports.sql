-- Reports and dashboards that people keep. A report holds a question and how its answer is drawn, a dashboard which
-- reports stand where; neither holds a figure.
create table report (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('report', 'dashboard')),
    name text not null,
    folder text not null,
    -- what a report is about; empty for a dashboard
    object text not null,
    owner bigint not null references person (id),
    shared boolean not null,
    content jsonb not null,
    version bigint not null default 1,
    changed_at timestamptz not null default now()
);
create index report_owner on report (owner, kind);
create index report_shared on report (kind) where shared;
