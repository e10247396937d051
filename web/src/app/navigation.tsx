import { CalendarOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { useCatalog } from "~/kernel/catalog/catalog";
import { APPLICATIONS, type Application, SETTINGS_PARTS, type SettingsPart } from "~/kernel/features";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { addressOf } from "~/kernel/navigation/navigation";
import { useSession } from "~/kernel/session/session";
import { ObjectIcon } from "~/ui/ObjectIcon";
import { featurePages } from "./discovered";
import { shellWords } from "./messages";

export interface Destination {
  address: string;
  label: string;
  icon: ReactNode;
  application: Application;
  part: SettingsPart;
}

/** Every page one may go to: the home, the lists of the catalog, and the features, in the order of the navigation. */
export function useDestinations(): Destination[] {
  const catalog = useCatalog();
  const session = useSession();
  const language = useLanguage();
  const say = useSay(shellWords);
  const home: Destination = {
    address: addressOf.home,
    label: say("today"),
    icon: <CalendarOutlined />,
    application: "workplace",
    part: "system",
  };
  const lists = catalog.listed().map(object => ({
    address: addressOf.list(object.name),
    label: object.plural,
    icon: <ObjectIcon name={object.icon ?? object.name} />,
    application: knownApplication(object.application),
    part: "system" as const,
  }));
  const features = featurePages.flatMap(page => {
    const entry = page.entry;
    if (!entry || (entry.visible && !entry.visible(session))) return [];
    const label = entry.label[language === "zh-CN" ? 0 : 1];
    const { icon, application, part = "system" } = entry;
    return [{ address: page.path, label, icon, application, part }];
  });
  const all = [home, ...lists, ...features];
  return APPLICATIONS.flatMap(application =>
    SETTINGS_PARTS.flatMap(part => all.filter(one => one.application === application && one.part === part)),
  );
}

/** Whether a page lies at or below an address of the navigation. */
export function isAt(path: string, address: string): boolean {
  return path === address || (address !== "/" && path.startsWith(`${address}/`));
}

function knownApplication(name: string | null): Application {
  return APPLICATIONS.find(application => application === name) ?? "workplace";
}
