import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Drawer, Skeleton } from "antd";
import { api } from "~/kernel/api/api";
import type { Page } from "~/kernel/api/contract";
import { textOf } from "~/kernel/fields/registry";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { usePersonName } from "~/kernel/people/personName";
import { wallTime } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { settingWords } from "./messages";
import { type SettingChange, type SettingsData, settingsOf } from "./settings";

/** Who changed which setting, newest first. */
export function ChangesDrawer({ data, onClose }: { data: SettingsData; onClose: () => void }) {
  const say = useSay(settingWords);
  const changes = useInfiniteQuery({
    queryKey: ["settings", "changes", data.version],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<SettingChange>>(`/settings/changes${pageParam ? `?after=${pageParam}` : ""}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next ?? null,
  });
  const items = changes.data?.pages.flatMap(page => page.items) ?? [];
  return (
    <Drawer open title={say("changes")} onClose={onClose} size={480}>
      {changes.isPending && <Skeleton active />}
      {changes.isSuccess && items.length === 0 && <EmptyState title={say("noChanges")} />}
      <ul className="settings-changes">
        {items.map(change => (
          <ChangeLine key={`${change.name} ${change.at}`} change={change} data={data} />
        ))}
      </ul>
      {changes.hasNextPage && (
        <Button block loading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()}>
          {say("earlier")}
        </Button>
      )}
    </Drawer>
  );
}

function ChangeLine({ change, data }: { change: SettingChange; data: SettingsData }) {
  const say = useSay(settingWords);
  const language = useLanguage();
  const nameOf = usePersonName();
  const field = settingsOf(data).find(setting => setting.field.name === change.name)?.field;
  const read = (value: unknown) =>
    (field ? textOf(field, value, language) : value === null ? "" : String(value)) || say("empty");
  return (
    <li>
      <strong>{change.label}</strong>
      <span className="quiet">
        {nameOf(change.by)} · {wallTime(change.at)}
      </span>
      <span>{change.secret ? say("changedSecret") : `${read(change.from)} → ${read(change.to)}`}</span>
    </li>
  );
}
