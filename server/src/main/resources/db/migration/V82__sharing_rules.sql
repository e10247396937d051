-- Records that match a filter are open to more people than their scopes reach. What is shared with a department or a
-- role that is deleted is shared with nobody through it any more.
create table sharing_rule (
    id            bigint generated always as identity primary key,
    name          text        not null check (name <> ''),
    object        text        not null,
    filter        jsonb       not null,
    sharing_right text        not null check (sharing_right in ('read', 'edit')),
    active        boolean     not null,
    version       bigint      not null default 1,
    created_at    timestamptz not null,
    created_by    bigint      not null references person (id),
    updated_at    timestamptz not null,
    updated_by    bigint      not null references person (id)
);
create unique index sharing_rule_name on sharing_rule (lower(name));

create table sharing_rule_target (
    rule_id       bigint not null references sharing_rule (id) on delete cascade,
    person_id     bigint references person (id),
    department_id bigint references department (id) on delete cascade,
    role_id       bigint references role (id) on delete cascade,
    check (num_nonnulls(person_id, department_id, role_id) = 1)
);
create index sharing_rule_target_rule on sharing_rule_target (rule_id);
create index sharing_rule_target_department on sharing_rule_target (department_id);
create index sharing_rule_target_role on sharing_rule_target (role_id);
