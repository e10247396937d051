import { MenuFoldOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { APPLICATIONS } from "~/kernel/features";
import { useSay } from "~/kernel/i18n/language";
import { applicationWords } from "~/kernel/navigation/messages";
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

/** The destinations under the names of their applications; also the menu of the phone. */
export function NavigationList({ collapsed = false, onGo }: { collapsed?: boolean; onGo?: () => void }) {
  const say = useSay(shellWords);
  const sayApplication = useSay(applicationWords);
  const destinations = useDestinations();
  return (
    <nav className="side-bar-list" aria-label={say("mainNavigation")}>
      {APPLICATIONS.map(application => {
        const pages = destinations.filter(one => one.application === application);
        return (
          pages.length > 0 && (
            <section key={application} aria-label={sayApplication(application)}>
              {!collapsed && <h2>{sayApplication(application)}</h2>}
              <ul>
                {pages.map(page => (
                  <li key={page.address}>
                    <Entry page={page} collapsed={collapsed} onGo={onGo} />
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </nav>
  );
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
