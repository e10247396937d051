import { MenuFoldOutlined, MenuUnfoldOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { useEffect, useState } from "react";
import { APPLICATIONS, type Application, SETTINGS_PARTS, type SettingsPart } from "~/kernel/features";
import { useSay } from "~/kernel/i18n/language";
import { applicationWords, settingsPartWords } from "~/kernel/navigation/messages";
import { addressOf, Link, usePath } from "~/kernel/navigation/navigation";
import { CompanyMark } from "~/kernel/session/CompanyMark";
import { useSession } from "~/kernel/session/session";
import { shellWords } from "./messages";
import { type Destination, isAt, useDestinations } from "./navigation";

interface Props {
  collapsed: boolean;
  onCollapse: (collapsed: boolean) => void;
}

/** The pages by application at the left; folded, only their icons. */
export function SideBar({ collapsed, onCollapse }: Props) {
  const say = useSay(shellWords);
  const { settings } = useSession();
  const label = say(collapsed ? "expand" : "collapse");
  return (
    <aside className="side-bar" aria-label={say("product")}>
      <Link href={addressOf.home} className="side-bar-home" aria-label={say("product")}>
        <CompanyMark size={28} />
        {!collapsed && <span title={settings.company}>{settings.shortName || say("product")}</span>}
      </Link>
      <NavigationList collapsed={collapsed} />
      <Button
        type="text"
        className="side-bar-fold"
        icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        aria-label={label}
        title={label}
        onClick={() => onCollapse(!collapsed)}
      />
    </aside>
  );
}

/** The destinations under the names of their applications, each of which folds; also the menu of the phone. */
export function NavigationList({ collapsed = false, onGo }: { collapsed?: boolean; onGo?: () => void }) {
  const say = useSay(shellWords);
  const destinations = useDestinations();
  return (
    <nav className="side-bar-list" aria-label={say("mainNavigation")}>
      {APPLICATIONS.map(application => {
        const pages = destinations.filter(one => one.application === application);
        return (
          pages.length > 0 && (
            <Section
              key={application}
              application={application}
              pages={pages}
              collapsed={collapsed}
              onGo={onGo}
            />
          )
        );
      })}
    </nav>
  );
}

interface SectionProps {
  application: Application;
  pages: Destination[];
  collapsed: boolean;
  onGo?: () => void;
}

function Section({ application, pages, collapsed, onGo }: SectionProps) {
  const name = useSay(applicationWords)(application);
  const { folded, fold } = useFolded(application, pages);
  return (
    <section aria-label={name}>
      <h2>
        <button
          type="button"
          aria-expanded={!folded}
          aria-label={name}
          title={name}
          onClick={() => fold(!folded)}
        >
          {!collapsed && name}
          <RightOutlined rotate={folded ? 0 : 90} aria-hidden />
        </button>
      </h2>
      {!folded &&
        SETTINGS_PARTS.map(part => (
          <Part
            key={part}
            title={application === "settings" && !collapsed ? part : null}
            pages={pages.filter(page => page.part === part)}
            collapsed={collapsed}
            onGo={onGo}
          />
        ))}
    </section>
  );
}

interface PartProps extends Omit<SectionProps, "application"> {
  title: SettingsPart | null;
}

function Part({ title, pages, collapsed, onGo }: PartProps) {
  const say = useSay(settingsPartWords);
  if (pages.length === 0) return null;
  return (
    <>
      {title && <h3>{say(title)}</h3>}
      <ul>
        {pages.map(page => (
          <li key={page.address}>
            <Entry page={page} collapsed={collapsed} onGo={onGo} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The settings are folded until one goes there; whatever somebody folds or opens stays so. */
function useFolded(application: Application, pages: Destination[]) {
  const key = `hengke.folded.${application}`;
  const [folded, setFolded] = useState(
    () => (localStorage.getItem(key) ?? String(application === "settings")) === "true",
  );
  const path = usePath();
  const here = pages.some(page => isAt(path, page.address));
  useEffect(() => {
    if (here) setFolded(false);
  }, [here]);
  return {
    folded,
    fold: (next: boolean) => {
      setFolded(next);
      localStorage.setItem(key, String(next));
    },
  };
}

function Entry({ page, collapsed, onGo }: { page: Destination; collapsed: boolean; onGo?: () => void }) {
  const path = usePath();
  const link = (
    <Link
      href={page.address}
      className="side-bar-entry"
      aria-current={isAt(path, page.address) ? "page" : undefined}
      aria-label={collapsed ? page.label : undefined}
      onClick={onGo}
    >
      {page.icon}
      {!collapsed && <span>{page.label}</span>}
    </Link>
  );
  return collapsed ? (
    <Tooltip title={page.label} placement="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
