import type { ReactNode } from "react";
import { useState } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useNarrow } from "~/ui/useNarrow";
import { useOnline } from "~/ui/useOnline";
import { useShortcut } from "~/ui/useShortcut";
import { BottomBar } from "./BottomBar";
import { LiveData } from "./LiveData";
import { shellWords } from "./messages";
import { OperationPanel } from "./OperationPanel";
import { PasswordReminder } from "./PasswordReminder";
import { QuickCreate } from "./QuickCreate";
import { SearchMenu } from "./SearchMenu";
import { SideBar } from "./SideBar";
import { TopBar } from "./TopBar";
import { UndoToasts } from "./UndoToasts";
import { ViewingBanner } from "./ViewingBanner";
import "./shell.css";

/** The frame around every page: where to go, what to find, what to make, what happens meanwhile. */
export function Shell({ children }: { children: ReactNode }) {
  const say = useSay(shellWords);
  const narrow = useNarrow();
  const online = useOnline();
  const [searching, setSearching] = useState(false);
  const [creating, setCreating] = useState<BusinessObject | null>(null);
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem("hengke.collapsed") === "true");
  useShortcut(["mod+k", "/"], () => setSearching(true));

  function collapse(next: boolean) {
    localStorage.setItem("hengke.collapsed", String(next));
    setCollapsed(next);
  }

  return (
    <div className="shell" data-collapsed={collapsed}>
      <a className="shell-skip" href="#content">
        {say("skip")}
      </a>
      {!narrow && <SideBar collapsed={collapsed} onCollapse={collapse} />}
      <div className="shell-page">
        <TopBar narrow={narrow} onSearch={() => setSearching(true)} onCreate={setCreating} />
        <ViewingBanner />
        <PasswordReminder />
        {!online && (
          <p className="shell-offline" role="status">
            {say("offline")}
          </p>
        )}
        <main id="content" className="shell-content" tabIndex={-1}>
          {children}
        </main>
      </div>
      {narrow && <BottomBar onSearch={() => setSearching(true)} />}
      {searching && <SearchMenu onClose={() => setSearching(false)} onCreate={setCreating} />}
      {creating && <QuickCreate object={creating} onClose={() => setCreating(null)} />}
      <LiveData />
      <UndoToasts />
      <OperationPanel />
    </div>
  );
}
