import { PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input, Segmented, Skeleton } from "antd";
import { useEffect, useState } from "react";
import type { User } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { useDepartments } from "~/kernel/people/people";
import { useSettled } from "~/kernel/pickers/useSettled";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { organisationWords } from "../messages";
import { useUsers } from "../organisation";
import { AccessDrawer } from "./AccessDrawer";
import { HandOverDialog } from "./HandOverDialog";
import { PasswordDialog } from "./PasswordDialog";
import { UserDialog } from "./UserDialog";
import { useUserColumns } from "./useUserColumns";

const ACTIVE: Record<string, boolean | null> = { active: true, disabled: false, all: null };

/** The people of the chosen department, found by what one remembers of them. */
export function Users() {
  const say = useSay(organisationWords);
  const [address, change] = useAddressState();
  const [words, setWords] = useState(address.q ?? "");
  const settled = useSettled(words.trim());
  const [editing, setEditing] = useState<User | "new" | null>(null);
  const [resetting, setResetting] = useState<User | null>(null);
  const [leaver, setLeaver] = useState<User | null>(null);
  const [explained, setExplained] = useState<User | null>(null);
  const departments = useDepartments();
  const department = address.department ? Number(address.department) : null;
  const show = address.show && address.show in ACTIVE ? address.show : "active";
  const pages = useUsers({ words: settled, department, active: ACTIVE[show] ?? null });
  const columns = useUserColumns({
    onEdit: setEditing,
    onResetPassword: setResetting,
    onHandOver: setLeaver,
    onExplain: setExplained,
  });
  const users = pages.data?.pages.flatMap(page => page.items) ?? [];
  const chosen = departments.data?.items.find(({ id }) => id === department);

  useEffect(() => {
    if (settled !== (address.q ?? "")) change({ q: settled || null }, { replace: true });
  }, [settled, address.q, change]);

  return (
    <section className="users" aria-label={chosen?.name ?? say("allPeople")}>
      <div className="users-bar">
        <Input
          className="users-search"
          prefix={<SearchOutlined />}
          allowClear
          value={words}
          placeholder={say("findPeople")}
          aria-label={say("findPeople")}
          onChange={event => setWords(event.target.value)}
        />
        <Segmented
          aria-label={say("whichPeople")}
          value={show}
          options={[
            { value: "active", label: say("activeOnly") },
            { value: "disabled", label: say("disabledOnly") },
            { value: "all", label: say("everybody") },
          ]}
          onChange={value => change({ show: value === "active" ? null : value })}
        />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing("new")}>
          {say("addUser")}
        </Button>
      </div>
      {pages.isPending ? (
        <Skeleton active />
      ) : (
        <DataTable
          label={say("people")}
          columns={columns}
          rows={users}
          rowKey={user => user.id}
          empty={<EmptyState title={say("nobody")} />}
        />
      )}
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {say("moreUsers")}
        </Button>
      )}
      {editing && (
        <UserDialog
          user={editing === "new" ? null : editing}
          department={chosen ? { id: chosen.id, label: chosen.name } : null}
          onClose={() => setEditing(null)}
        />
      )}
      {resetting && <PasswordDialog user={resetting} onClose={() => setResetting(null)} />}
      {explained && <AccessDrawer user={explained} onClose={() => setExplained(null)} />}
      {leaver && <HandOverDialog user={leaver} onClose={() => setLeaver(null)} />}
    </section>
  );
}
