import { App, Button, Segmented } from "antd";
import type { ReactNode } from "react";
import type { Language } from "~/kernel/api/contract";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { useSavePreferences, useSession } from "~/kernel/session/session";
import { Panel } from "~/ui/Page";
import { profileWords } from "./messages";

const LANGUAGES: { value: Language; label: string }[] = [
  { value: "zh-CN", label: "中文" },
  { value: "en-US", label: "English" },
];

export function Appearance() {
  const say = useSay(profileWords);
  const language = useLanguage();
  const { preferences } = useSession();
  const save = useSavePreferences();
  const { message } = App.useApp();
  return (
    <Panel title={say("appearance")}>
      <Line label={say("language")}>
        <Segmented
          aria-label={say("language")}
          value={language}
          options={LANGUAGES}
          onChange={next => void save({ language: next })}
        />
      </Line>
      <Line label={say("theme")}>
        <Segmented
          aria-label={say("theme")}
          value={preferences.theme ?? "system"}
          options={(["light", "dark", "system"] as const).map(theme => ({ value: theme, label: say(theme) }))}
          onChange={theme => void save({ theme })}
        />
      </Line>
      <Line label={say("density")}>
        <Segmented
          aria-label={say("density")}
          value={preferences.density ?? "comfortable"}
          options={(["comfortable", "compact"] as const).map(density => ({
            value: density,
            label: say(density),
          }))}
          onChange={density => void save({ density })}
        />
      </Line>
      <Line label={say("guide")}>
        <Button
          onClick={() => {
            void save({ guideDone: (preferences.guideDone ?? []).filter(step => step !== "hidden") });
            void message.success(say("guideShown"));
          }}
        >
          {say("guideAgain")}
        </Button>
      </Line>
    </Panel>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="profile-line">
      <span className="quiet">{label}</span>
      {children}
    </div>
  );
}
