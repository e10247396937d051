import { MoreOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown, Tag } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { PasswordLink, User } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { viewAs } from "~/kernel/session/viewAs";
import { wallTime } from "~/kernel/text/dates";
import type { DataColumn } from "~/ui/DataTable";
import { organisationWords } from "../messages";
import { refreshOrganisation } from "../organisation";
import { accessWords } from "./accessMessages";

interface Opens {
  onEdit: (user: User) => void;
  onResetPassword: (user: User) => void;
  onHandOver: (user: User) => void;
  onExplain: (user: User) => void;
  onLink: (link: PasswordLink) => void;
  onDevices: (user: User) => void;
  onAway: (user: User) => void;
}

/** What the list of people shows of each, and what can be done with them. */
export function useUserColumns({
  onEdit,
  onResetPassword,
  onHandOver,
  onExplain,
  onLink,
  onDevices,
  onAway,
}: Opens): DataColumn<User>[] {
  const say = useSay(organisationWords);
  const sayAccess = useSay(accessWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();
  const me = useSession().user.id;

  async function setActive(user: User, active: boolean) {
    const sure =
      active ||
      (await modal.confirm({
        title: say("disableSure", { name: user.name }),
        content: say("disableText"),
        okText: say("disable"),
        okButtonProps: { danger: true },
      }));
    if (!sure) return;
    await act(async () => {
      await api.patch(
        `/users/${user.id}`,
        { active, version: user.version },
        { said: say(active ? "userEnabled" : "userDisabled", { name: user.name }) },
      );
      await refreshOrganisation(queries);
    });
  }

  async function seeAs(user: User) {
    const sure = await modal.confirm({
      title: sayAccess("viewAsSure", { name: user.name }),
      content: sayAccess("viewAsText"),
      okText: sayAccess("viewAs"),
    });
    if (sure) await act(() => viewAs(user.id));
  }

  async function resetSecondFactor(user: User) {
    const sure = await modal.confirm({
      title: say("resetSecondFactorSure", { name: user.name }),
      content: say("resetSecondFactorText"),
      okText: say("resetSecondFactor"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await api.delete(`/users/${user.id}/second-factor`, {
        said: say("secondFactorReset", { name: user.name }),
      });
      await refreshOrganisation(queries);
    });
  }

  const makeLink = (user: User) =>
    act(async () => {
      onLink(await api.post<PasswordLink>(`/users/${user.id}/password-link`, {}, { said: null }));
      await refreshOrganisation(queries);
    });

  const actionsOn = (user: User) => [
    { key: "edit", label: sayCommon("edit"), onClick: () => onEdit(user) },
    { key: "password", label: say("resetPassword"), onClick: () => onResetPassword(user) },
    {
      key: "link",
      label: say(user.invitedUntil ? "inviteAgain" : "resetLink"),
      disabled: !user.active,
      onClick: () => makeLink(user),
    },
    { key: "away", label: say("delegation"), onClick: () => onAway(user) },
    { key: "devices", label: say("devices"), onClick: () => onDevices(user) },
    ...(user.secondFactor
      ? [{ key: "secondFactor", label: say("resetSecondFactor"), onClick: () => resetSecondFactor(user) }]
      : []),
    { key: "handOver", label: say("handOver"), onClick: () => onHandOver(user) },
    { key: "access", label: sayAccess("access"), onClick: () => onExplain(user) },
    ...(user.active && user.id !== me
      ? [{ key: "viewAs", label: sayAccess("viewAs"), onClick: () => void seeAs(user) }]
      : []),
    user.active
      ? {
          key: "disable",
          label: say("disable"),
          danger: true,
          disabled: user.id === me,
          onClick: () => setActive(user, false),
        }
      : { key: "enable", label: say("enable"), onClick: () => setActive(user, true) },
  ];

  return [
    {
      key: "name",
      title: say("name"),
      lead: true,
      cell: user => (
        <button type="button" className="user-name" onClick={() => onEdit(user)}>
          {user.name}
          {!user.active && (
            <Tag variant="filled" className="user-mark">
              {say("disabled")}
            </Tag>
          )}
          {user.invitedUntil && user.active && (
            <Tag variant="filled" color="gold" className="user-mark">
              {say("invited")}
            </Tag>
          )}
          {user.id === me && (
            <Tag variant="filled" color="blue" className="user-mark">
              {say("you")}
            </Tag>
          )}
        </button>
      ),
    },
    { key: "login", title: say("login"), cell: user => user.login },
    { key: "department", title: say("department"), cell: user => user.department?.label },
    { key: "manager", title: say("manager"), cell: user => user.manager?.label },
    { key: "phone", title: say("phone"), cell: user => user.phone },
    {
      key: "roles",
      title: say("rolesOf"),
      cell: user =>
        user.roles.length === 0 ? null : (
          <span className="tag-row">
            {user.roles.map(role => (
              <Tag key={role.id} variant="filled">
                {role.label}
              </Tag>
            ))}
          </span>
        ),
    },
    {
      key: "lastSignIn",
      title: say("lastSignIn"),
      cell: user => (
        <span className={user.lastSignIn ? "number" : "quiet"}>
          {user.lastSignIn ? wallTime(user.lastSignIn) : say("never")}
        </span>
      ),
    },
    {
      key: "actions",
      title: <span className="sr-only">{sayCommon("more")}</span>,
      lead: true,
      width: 48,
      cell: user => (
        <Dropdown menu={{ items: actionsOn(user) }} trigger={["click"]} placement="bottomRight">
          <Button
            type="text"
            size="small"
            icon={<MoreOutlined />}
            aria-label={say("userActions", { name: user.name })}
          />
        </Dropdown>
      ),
    },
  ];
}
