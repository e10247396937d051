import { ImportOutlined, PlusOutlined, SettingOutlined } from "@ant-design/icons";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "~/kernel/api/api";
import type { BusinessObject, SearchGroup } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { useSavePreferences, useSession } from "~/kernel/session/session";
import { named } from "~/kernel/text/pinyin";
import { ObjectIcon } from "~/ui/ObjectIcon";
import { shellWords } from "./messages";
import { useDestinations } from "./navigation";
import { useCreatable } from "./TopBar";

export interface Finding {
  key: string;
  label: string;
  detail?: string | null;
  icon: ReactNode;
  open: () => void;
}

export interface FindingGroup {
  key: string;
  label: string;
  findings: Finding[];
}

interface Doors {
  onClose: () => void;
  onCreate: (object: BusinessObject) => void;
}

/** What the words mean: pages and commands at once, records as soon as the server answers. */
export function useFindings(words: string, settled: string, doors: Doors) {
  const say = useSay(shellWords);
  const pages = usePages(words, doors);
  const commands = useCommands(words, doors);
  const records = useRecords(settled, doors);
  const groups: FindingGroup[] = [
    ...(words ? records.groups : []),
    { key: "pages", label: say("pages"), findings: pages },
    { key: "commands", label: say("commands"), findings: commands },
  ].filter(group => group.findings.length > 0);
  return { groups, searching: records.searching || words !== settled, failed: records.failed };
}

function useRecords(words: string, { onClose }: Doors) {
  const say = useSay(shellWords);
  const go = useGo();
  const catalog = useCatalog();
  const { data, isFetching, isError } = useQuery({
    queryKey: ["search", words],
    queryFn: ({ signal }) =>
      api.get<{ groups: SearchGroup[] }>(`/search?q=${encodeURIComponent(words)}&limit=6`, signal),
    enabled: words !== "",
    placeholderData: keepPreviousData,
    staleTime: 5000,
  });
  const iconOf = (object: string) => <ObjectIcon name={catalog.find(object)?.icon ?? object} />;
  const visit = (address: string) => () => {
    onClose();
    go(address);
  };
  const groups = (data?.groups ?? []).map(group => {
    const icon = iconOf(group.object);
    const findings: Finding[] = group.items.map(item => ({
      key: `${group.object}/${item.id}`,
      label: item.label ?? `#${item.id}`,
      detail: item.detail,
      icon,
      open: visit(addressOf.record(group.object, item.id)),
    }));
    if (group.more) {
      findings.push({
        key: `${group.object}/all`,
        label: say("showAll", { object: group.label }),
        icon,
        open: visit(`${addressOf.list(group.object)}?search=${encodeURIComponent(words)}`),
      });
    }
    return { key: group.object, label: group.label, findings };
  });
  return { groups, searching: isFetching, failed: isError };
}

function usePages(words: string, { onClose }: Doors): Finding[] {
  const go = useGo();
  return useDestinations()
    .filter(page => words === "" || named(page.label, words))
    .map(page => ({
      key: page.address,
      label: page.label,
      icon: page.icon,
      open: () => {
        onClose();
        go(page.address);
      },
    }));
}

function useCommands(words: string, { onClose, onCreate }: Doors): Finding[] {
  const say = useSay(shellWords);
  const go = useGo();
  const language = useLanguage();
  const { preferences } = useSession();
  const save = useSavePreferences();
  const creatable = useCreatable();
  const importable = useCatalog()
    .listed()
    .filter(object => object.verbs.import);
  const dark = document.documentElement.dataset.theme === "dark";

  const commands: Finding[] = [
    ...creatable.map(object => ({
      key: `create/${object.name}`,
      label: say("createOne", { object: object.label }),
      icon: <PlusOutlined />,
      open: () => onCreate(object),
    })),
    ...importable.map(object => ({
      key: `import/${object.name}`,
      label: say("importOne", { object: object.label }),
      icon: <ImportOutlined />,
      open: () => go(addressOf.import(object.name)),
    })),
    {
      key: "theme",
      label: say(dark ? "toLight" : "toDark"),
      icon: <SettingOutlined />,
      open: () => void save({ ...preferences, theme: dark ? "light" : "dark" }),
    },
    {
      key: "language",
      label: say(language === "zh-CN" ? "toEnglish" : "toChinese"),
      icon: <SettingOutlined />,
      open: () => void save({ language: language === "zh-CN" ? "en-US" : "zh-CN" }),
    },
  ];
  return commands
    .filter(command => (words === "" ? command.key.startsWith("create/") : named(command.label, words)))
    .map(command => ({
      ...command,
      open: () => {
        onClose();
        command.open();
      },
    }));
}
