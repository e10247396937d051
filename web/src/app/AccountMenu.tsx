import { useQueryClient } from "@tanstack/react-query";
import { Button, Popover, Segmented } from "antd";
import { useState } from "react";
import { api } from "~/kernel/api/api";
import type { Language } from "~/kernel/api/contract";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { sessionKey, useSavePreferences, useSession } from "~/kernel/session/session";
import { shellWords } from "./messages";

const LANGUAGES: { value: Language; label: string }[] = [
  { value: "zh-CN", label: "中文" },
  { value: "en-US", label: "English" },
];

/** Who am I, how do I want to see things, and the way out. */
export function AccountMenu() {
  const say = useSay(shellWords);
  const { user } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={<AccountPanel onGo={() => setOpen(false)} />}
    >
      <button type="button" className="account" aria-label={say("account", { name: user.name })}>
        {[...user.name]
          .slice(/\p{Script=Han}/u.test(user.name) ? -2 : 0)
          .slice(0, 2)
          .join("")}
      </button>
    </Popover>
  );
}

function AccountPanel({ onGo }: { onGo: () => void }) {
  const say = useSay(shellWords);
  const go = useGo();
  const queries = useQueryClient();
  const language = useLanguage();
  const { user, preferences } = useSession();
  const save = useSavePreferences();

  async function signOut() {
    await api.delete("/session", { said: null });
    queries.clear();
    queries.setQueryData(sessionKey, null);
    go(addressOf.signIn);
  }

  return (
    <div className="account-panel">
      <div>
        <strong>{user.name}</strong>
        <div className="quiet">{[user.login, user.department?.label].filter(Boolean).join(" · ")}</div>
      </div>
      <div className="account-choice">
        <span>{say("language")}</span>
        <Segmented
          size="small"
          aria-label={say("language")}
          value={language}
          options={LANGUAGES}
          onChange={next => void save({ language: next })}
        />
      </div>
      <div className="account-choice">
        <span>{say("theme")}</span>
        <Segmented
          size="small"
          aria-label={say("theme")}
          value={preferences.theme ?? "system"}
          options={(["light", "dark", "system"] as const).map(theme => ({ value: theme, label: say(theme) }))}
          onChange={theme => void save({ theme })}
        />
      </div>
      <div className="account-choice">
        <span>{say("density")}</span>
        <Segmented
          size="small"
          aria-label={say("density")}
          value={preferences.density ?? "comfortable"}
          options={(["comfortable", "compact"] as const).map(density => ({
            value: density,
            label: say(density),
          }))}
          onChange={density => void save({ density })}
        />
      </div>
      <div className="account-doors">
        <Button
          type="text"
          onClick={() => {
            go(addressOf.profile);
            onGo();
          }}
        >
          {say("profile")}
        </Button>
        <Button type="text" onClick={() => void signOut()}>
          {say("signOut")}
        </Button>
      </div>
    </div>
  );
}
