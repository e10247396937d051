import { PlusOutlined, SearchOutlined, UploadOutlined } from "@ant-design/icons";
import { Button, Input, Modal, Segmented, Skeleton } from "antd";
import { useEffect, useState } from "react";
import type { PasswordLink, User } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { Delegations } from "~/kernel/people/Delegations";
import { useDepartments } from "~/kernel/people/people";
import { useSettled } from "~/kernel/pickers/useSettled";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { HandOverDialog } from "../handover/HandOverDialog";
import { organisationWords } from "../messages";
import { useUsers } from "../organisation";
import { AccessDrawer } from "./AccessDrawer";
import { DevicesDialog } from "./DevicesDialog";
import { ImportPeople } from "./ImportPeople";
import { Invitations } from "./Invitations";
import { LinkDialog } from "./LinkDialog";
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
  const [importing, setImporting] = useState(false);
  const [away, setAway] = useState<User | null>(null);
  const [watched, setWatched] = useState<User | null>(null);
  const [link, setLink] = useState<PasswordLink | null>(null);
  const departments = useDepartments();
  const department = address.department ? Number(address.department) : null;
  const show =
    address.show && (address.show in ACTIVE || address.show === "invited") ? address.show : "active";
  const pages = useUsers({ words: settled, department, active: ACTIVE[show] ?? null });
  const columns = useUserColumns({
    onEdit: setEditing,
    onResetPassword: setResetting,
    onHandOver: setLeaver,
    onExplain: setExplained,
    onLink: setLink,
    onDevices: setWatched,
    onAway: setAway,
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
            { value: "invited", label: say("invited") },
            { value: "disabled", label: say("disabledOnly") },
            { value: "all", label: say("everybody") },
          ]}
          onChange={value => change({ show: value === "active" ? null : value })}
        />
        <Button icon={<UploadOutlined />} onClick={() => setImporting(true)}>
          {say("importPeople")}
        </Button>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing("new")}>
          {say("addUser")}
        </Button>
      </div>
      {show === "invited" ? (
        <Invitations onLink={setLink} />
      ) : pages.isPending ? (
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
      {pages.hasNextPage && show !== "invited" && (
        <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {say("moreUsers")}
        </Button>
      )}
      {editing && (
        <UserDialog
          user={editing === "new" ? null : editing}
          department={chosen ? { id: chosen.id, label: chosen.name } : null}
          onInvited={setLink}
          onClose={() => setEditing(null)}
        />
      )}
      {resetting && <PasswordDialog user={resetting} onClose={() => setResetting(null)} />}
      {explained && <AccessDrawer user={explained} onClose={() => setExplained(null)} />}
      {link && <LinkDialog link={link} onClose={() => setLink(null)} />}
      {importing && <ImportPeople onClose={() => setImporting(false)} />}
      {away && (
        <Modal
          open
          width={760}
          title={say("delegationOf", { name: away.name })}
          footer={null}
          onCancel={() => setAway(null)}
        >
          <Delegations user={away.id} mine={false} />
        </Modal>
      )}
      {watched && <DevicesDialog user={watched} onClose={() => setWatched(null)} />}
      {leaver && <HandOverDialog user={leaver} onClose={() => setLeaver(null)} />}
    </section>
  );
}
