import { DeleteOutlined, EditOutlined, LogoutOutlined, UserAddOutlined } from "@ant-design/icons";
import { App, Button, Input, Switch, Tag } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Conversation, Labelled } from "~/kernel/api/contract";
import { useRefreshConversation } from "~/kernel/conversations/conversations";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { useGo } from "~/kernel/navigation/navigation";
import { PeoplePicker } from "~/kernel/pickers/PeoplePicker";
import { useSession } from "~/kernel/session/session";
import { FormRow } from "~/ui/FormRow";
import { Face } from "./ConversationList";
import { chatWords } from "./messages";

/** Who is in a conversation, and what one may do with it. */
export function About({ conversation, onGone }: { conversation: Conversation; onGone: () => void }) {
  const say = useSay(chatWords);
  const me = useSession().user.id;
  const go = useGo();
  const { modal } = App.useApp();
  const { busy, act } = useAct();
  const refresh = useRefreshConversation();
  const [renaming, setRenaming] = useState(false);
  const [adding, setAdding] = useState(false);
  const { id, title, members, keeper, muted } = conversation;
  const group = title !== null;

  const change = (deed: () => Promise<unknown>) =>
    act(async () => {
      await deed();
      await refresh(id);
    });

  async function sendAway(member: { id: number; label: string }) {
    const sure = await modal.confirm({
      title: say("sendAwayAsk", { name: member.label }),
      okText: say("sendAway"),
      okButtonProps: { danger: true },
    });
    if (sure) await change(() => api.delete(`/conversations/${id}/members/${member.id}`, { said: null }));
  }

  async function leave() {
    const sure = await modal.confirm({
      title: say("leaveAsk"),
      content: say("leaveNote"),
      okText: say("leave"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    const gone = await act(() => api.delete(`/conversations/${id}/members/${me}`, { said: null }));
    if (gone) {
      onGone();
      go("/conversations", { replace: true });
      await refresh(id);
    }
  }

  return (
    <div className="chat-about">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch is inside */}
      <label className="chat-setting">
        <span>
          {say("mute")}
          <span className="quiet">{say("muteNote")}</span>
        </span>
        <Switch
          checked={muted}
          loading={busy}
          onChange={next =>
            void change(() => api.patch(`/conversations/${id}`, { muted: next }, { said: null }))
          }
        />
      </label>
      {group && (
        <div className="chat-about-acts">
          {keeper && (
            <Button icon={<EditOutlined aria-hidden />} onClick={() => setRenaming(true)}>
              {say("rename")}
            </Button>
          )}
          <Button icon={<UserAddOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {say("add")}
          </Button>
        </div>
      )}
      <h3>{say("members", { count: members.length })}</h3>
      <ul className="chat-members">
        {members.map(member => (
          <li key={member.id}>
            <Face name={member.label} />
            <span>{member.label}</span>
            {member.keeper && group && <Tag>{say("keeper")}</Tag>}
            {!member.active && <Tag>{say("left")}</Tag>}
            {group && keeper && member.id !== me && (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`${say("sendAway")} ${member.label}`}
                title={say("sendAway")}
                onClick={() => void sendAway(member)}
              />
            )}
          </li>
        ))}
      </ul>
      <p className="quiet">{say("private")}</p>
      {group && (
        <Button danger icon={<LogoutOutlined aria-hidden />} loading={busy} onClick={() => void leave()}>
          {say("leave")}
        </Button>
      )}
      {renaming && <Rename conversation={conversation} onClose={() => setRenaming(false)} />}
      {adding && <Add conversation={conversation} onClose={() => setAdding(false)} />}
    </div>
  );
}

function Rename({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const say = useSay(chatWords);
  const sayCommon = useSay(common);
  const refresh = useRefreshConversation();
  const [title, setTitle] = useState(conversation.title ?? "");
  return (
    <FormDialog
      title={say("rename")}
      okText={sayCommon("save")}
      ready={title.trim() !== ""}
      onSave={async () => {
        await api.patch(`/conversations/${conversation.id}`, { title: title.trim() }, { said: null });
        await refresh(conversation.id);
      }}
      onClose={onClose}
    >
      {errors => (
        <FormRow id="chat-rename" label={say("groupName")} error={errors.title} required>
          <Input
            id="chat-rename"
            autoFocus
            autoComplete="off"
            maxLength={60}
            value={title}
            onChange={event => setTitle(event.target.value)}
          />
        </FormRow>
      )}
    </FormDialog>
  );
}

function Add({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const say = useSay(chatWords);
  const refresh = useRefreshConversation();
  const [people, setPeople] = useState<Labelled[]>([]);
  return (
    <FormDialog
      title={say("add")}
      okText={say("add")}
      ready={people.length > 0}
      onSave={async () => {
        await api.post(
          `/conversations/${conversation.id}/members`,
          { people: people.map(person => person.id) },
          { said: null },
        );
        await refresh(conversation.id);
      }}
      onClose={onClose}
    >
      {errors => (
        <FormRow id="chat-add" label={say("people")} help={say("addNote")} error={errors.people} required>
          <PeoplePicker id="chat-add" label={say("people")} value={people} onChange={setPeople} />
        </FormRow>
      )}
    </FormDialog>
  );
}
