import { PlusOutlined } from "@ant-design/icons";
import { Button, Skeleton, Tag } from "antd";
import { useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { useNarrow } from "~/ui/useNarrow";
import { organisationWords } from "../messages";
import { useRoles } from "../organisation";
import { CompareRoles } from "./CompareRoles";
import { draftOf, emptyRole, type RoleDraft } from "./grants";
import { RoleEditor } from "./RoleEditor";
import "./roles.css";

/** The roles on the left, the rights of the chosen one on the right. */
export default function RolesPage() {
  return (
    <AdministratorsOnly>
      <Roles />
    </AdministratorsOnly>
  );
}

function Roles() {
  const say = useSay(organisationWords);
  const roles = useRoles();
  const [address, change] = useAddressState();
  const [copied, setCopied] = useState<RoleDraft>(emptyRole);
  const all = roles.data?.items ?? [];
  const making = address.role === "new";
  const narrow = useNarrow();
  const role = address.role ? all.find(({ id }) => String(id) === address.role) : narrow ? undefined : all[0];

  function begin(from: RoleDraft) {
    setCopied(from);
    change({ role: "new" });
  }

  return (
    <Page title={say("roles")} text={say("rolesText")}>
      <div className={role || making ? "roles has-role" : "roles"}>
        <Panel
          title={say("roleList")}
          extra={
            <Button size="small" icon={<PlusOutlined />} onClick={() => begin(emptyRole)}>
              {say("addRole")}
            </Button>
          }
        >
          {roles.isPending && <Skeleton active />}
          <ul className="role-list">
            {all.map(each => (
              <li key={each.id}>
                <button
                  type="button"
                  aria-pressed={each === role}
                  onClick={() => change({ role: String(each.id), compare: null })}
                >
                  <span>
                    {each.name}
                    {each.administrator && (
                      <Tag color="blue" variant="filled" className="role-mark">
                        {say("administrator")}
                      </Tag>
                    )}
                  </span>
                  <span className="quiet number">{say("holders", { count: each.users })}</span>
                </button>
              </li>
            ))}
          </ul>
        </Panel>
        {role && address.compare && (
          <CompareRoles
            one={role}
            other={all.find(({ id }) => String(id) === address.compare)}
            roles={all}
            onOther={id => change({ compare: String(id) }, { replace: true })}
            onLeave={() => change({ compare: null })}
          />
        )}
        {role && !address.compare && (
          <RoleEditor
            key={`${role.id}/${role.version ?? ""}`}
            role={role}
            saved={draftOf(role)}
            onCompare={all.length > 1 ? () => change({ role: String(role.id), compare: "with" }) : undefined}
            onCopy={draft => begin({ ...draft, name: say("copyOf", { name: draft.name }) })}
            onLeave={() => change({ role: null })}
            onMade={id => change({ role: String(id) }, { replace: true })}
          />
        )}
        {making && (
          <RoleEditor
            key={copied.name}
            saved={emptyRole}
            initial={copied}
            onLeave={() => change({ role: null })}
            onMade={id => change({ role: String(id) }, { replace: true })}
          />
        )}
        {!role && !making && !roles.isPending && <EmptyState title={say("chooseRole")} />}
      </div>
    </Page>
  );
}
