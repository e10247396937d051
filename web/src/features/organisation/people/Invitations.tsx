import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Skeleton } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Invitation, PasswordLink } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { organisationWords } from "../messages";
import { refreshOrganisation, useInvitations } from "../organisation";

/** Those who were invited and have not been here yet. */
export function Invitations({ onLink }: { onLink: (link: PasswordLink) => void }) {
  const say = useSay(organisationWords);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();
  const invitations = useInvitations();

  const again = ({ user }: Invitation) =>
    act(async () => {
      onLink(await api.post<PasswordLink>(`/users/${user.id}/password-link`, {}, { said: null }));
      await refreshOrganisation(queries);
    });

  async function revoke({ user }: Invitation) {
    const name = user.label ?? "";
    const sure = await modal.confirm({
      title: say("revokeSure", { name }),
      content: say("revokeText"),
      okText: say("revokeInvitation"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await api.delete(`/invitations/${user.id}`, { said: say("revoked", { name }) });
      await refreshOrganisation(queries);
    });
  }

  if (invitations.isPending) return <Skeleton active />;
  return (
    <DataTable
      label={say("invited")}
      rows={invitations.data?.items ?? []}
      rowKey={invitation => invitation.user.id}
      empty={<EmptyState title={say("noInvitations")} />}
      columns={[
        { key: "name", title: say("name"), lead: true, cell: ({ user }) => user.label },
        { key: "login", title: say("login"), cell: ({ login }) => login },
        { key: "department", title: say("department"), cell: ({ department }) => department?.label },
        {
          key: "on",
          title: say("invitedOn"),
          cell: ({ createdAt }) => <span className="number">{wallTime(createdAt)}</span>,
        },
        { key: "by", title: say("invitedBy"), cell: ({ createdBy }) => createdBy?.label },
        {
          key: "until",
          title: say("goodUntil"),
          faulty: ({ expiresAt }) => new Date(expiresAt) < new Date(),
          cell: ({ expiresAt }) => (
            <span className="number">
              {new Date(expiresAt) < new Date() ? say("expired") : wallTime(expiresAt)}
            </span>
          ),
        },
        {
          key: "actions",
          title: <span className="sr-only">{say("userActions", { name: "" })}</span>,
          cell: invitation => (
            <>
              <Button type="text" size="small" onClick={() => again(invitation)}>
                {say("inviteAgain")}
              </Button>
              <Button type="text" size="small" danger onClick={() => revoke(invitation)}>
                {say("revokeInvitation")}
              </Button>
            </>
          ),
        },
      ]}
    />
  );
}
