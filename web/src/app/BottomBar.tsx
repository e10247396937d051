import { BellOutlined, CalendarOutlined, MenuOutlined, SearchOutlined } from "@ant-design/icons";
import { Badge, Drawer } from "antd";
import { useState } from "react";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, usePath } from "~/kernel/navigation/navigation";
import { ObjectIcon } from "~/ui/ObjectIcon";
import { shellWords } from "./messages";
import { NoticeList } from "./NoticeList";
import { isAt } from "./navigation";
import { useUnread } from "./notices";
import { NavigationList } from "./SideBar";

/** The phone's way around, within reach of the thumb. */
export function BottomBar({ onSearch }: { onSearch: () => void }) {
  const say = useSay(shellWords);
  const path = usePath();
  const first = useCatalog().listed()[0];
  const unread = useUnread();
  const [open, setOpen] = useState<"menu" | "notices" | null>(null);
  const close = () => setOpen(null);
  return (
    <nav className="bottom-bar" aria-label={say("mainNavigation")}>
      <Link href={addressOf.home} aria-current={path === "/" ? "page" : undefined}>
        <CalendarOutlined />
        {say("today")}
      </Link>
      {first && (
        <Link
          href={addressOf.list(first.name)}
          aria-current={isAt(path, addressOf.list(first.name)) ? "page" : undefined}
        >
          <ObjectIcon name={first.icon ?? first.name} />
          {first.plural}
        </Link>
      )}
      <button type="button" onClick={onSearch}>
        <SearchOutlined />
        {say("search")}
      </button>
      <button type="button" onClick={() => setOpen("notices")}>
        <Badge count={unread} size="small">
          <BellOutlined />
        </Badge>
        {say("notices")}
      </button>
      <button type="button" onClick={() => setOpen("menu")}>
        <MenuOutlined />
        {say("menu")}
      </button>
      <Drawer open={open === "menu"} placement="bottom" size="80dvh" title={say("menu")} onClose={close}>
        <NavigationList onGo={close} />
      </Drawer>
      <Drawer
        open={open === "notices"}
        placement="bottom"
        size="80dvh"
        title={say("notices")}
        styles={{ body: { padding: 0 } }}
        onClose={close}
      >
        <NoticeList onGo={close} />
      </Drawer>
    </nav>
  );
}
