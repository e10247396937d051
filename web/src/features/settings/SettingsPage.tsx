import { HistoryOutlined } from "@ant-design/icons";
import { Alert, Button, Skeleton } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useLeaveGuard } from "~/kernel/forms/useLeaveGuard";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { SearchBox } from "~/ui/SearchBox";
import { ChangesDrawer } from "./ChangesDrawer";
import { settingWords } from "./messages";
import { type PanelProps, panels } from "./panels";
import { SettingRow } from "./SettingRow";
import { found, type SettingGroup, useSettings } from "./settings";
import { type SettingsForm, useSettingsForm } from "./useSettingsForm";
import "./settings.css";

const EDGE = 8;

/** Everything the company decides once, drawn from the definitions. */
export default function SettingsPage() {
  return (
    <AdministratorsOnly>
      <AllSettings />
    </AdministratorsOnly>
  );
}

function AllSettings() {
  const say = useSay(settingWords);
  const { data } = useSettings();
  const form = useSettingsForm(data);
  const [words, setWords] = useState("");
  const [history, setHistory] = useState(false);
  useLeaveGuard(form.count > 0);
  const groups = found(data?.groups ?? [], words);

  function saveByKey(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void form.save();
    }
  }

  return (
    <Page
      title={say("title")}
      text={say("text")}
      actions={
        <Button icon={<HistoryOutlined />} onClick={() => setHistory(true)}>
          {say("changes")}
        </Button>
      }
    >
      {form.refusal && <Alert type="error" showIcon title={form.refusal} role="alert" />}
      <div className="settings">
        <div className="settings-side">
          <SearchBox value={words} label={say("find")} onChange={setWords} />
          <GroupNames groups={groups} />
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter anywhere in the form saves */}
        <div className="settings-groups" onKeyDown={saveByKey}>
          {!data && <Skeleton active />}
          {data && groups.length === 0 && <EmptyState title={say("notFound")} text={say("notFoundText")} />}
          {groups.map(group => (
            <GroupPanel key={group.name} group={group} form={form} version={data?.version ?? 0} />
          ))}
        </div>
      </div>
      {form.count > 0 && <SaveBar form={form} />}
      {data && history && <ChangesDrawer data={data} onClose={() => setHistory(false)} />}
    </Page>
  );
}

function GroupNames({ groups }: { groups: SettingGroup[] }) {
  const say = useSay(settingWords);
  return (
    <nav aria-label={say("groups")} className="settings-names">
      {groups.map(({ name, label }) => (
        <button key={name} type="button" onClick={() => show(name)}>
          {label}
        </button>
      ))}
    </nav>
  );
}

function GroupPanel({ group, form, version }: PanelProps) {
  const Below = panels[group.name];
  return (
    <div id={panelOf(group.name)} className="settings-group">
      <Panel title={group.label}>
        {group.help && <p className="quiet settings-help">{group.help}</p>}
        <div className="settings-grid">
          {group.settings.map(setting => (
            <SettingRow key={setting.field.name} setting={setting} form={form} />
          ))}
        </div>
        {Below && <Below group={group} form={form} version={version} />}
      </Panel>
    </div>
  );
}

function SaveBar({ form }: { form: SettingsForm }) {
  const say = useSay(settingWords);
  const sayCommon = useSay(common);
  return (
    <div className="settings-save">
      <span role="status">{say("unsaved", { count: form.count })}</span>
      <Button disabled={form.saving} onClick={form.discard}>
        {say("discard")}
      </Button>
      <Button type="primary" loading={form.saving} onClick={() => void form.save()}>
        {sayCommon("save")}
      </Button>
    </div>
  );
}

function panelOf(group: string): string {
  return `settings-${group}`;
}

/** Scrolls the page alone: the frame around it must stay where it is. */
function show(group: string) {
  const panel = document.getElementById(panelOf(group));
  const page = panel?.closest("main");
  if (panel && page) {
    page.scrollTop += panel.getBoundingClientRect().top - page.getBoundingClientRect().top - EDGE;
  }
}
