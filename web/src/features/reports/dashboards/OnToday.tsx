import { Select, Skeleton } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import { Link, useGo, writeQuery } from "~/kernel/navigation/navigation";
import { useSavePreferences, useSession } from "~/kernel/session/session";
import { addressOfKept } from "../kept";
import { useReports } from "../reports";
import { BoardTiles } from "./BoardTiles";
import { useDashboard, useDashboards } from "./dashboards";
import { dashboardWords } from "./messages";
import { type Narrowing, writeNarrowing } from "./narrowing";
import "../reports.css";
import "./dashboards.css";

/** What is kept as the choice of no dashboard. */
const NONE = "none";

/** A dashboard of one's choice below what there is to do; it asks nothing until it is looked at. */
export default function OnToday({ whose }: { whose: "me" | "myTeam" }) {
  const say = useSay(dashboardWords);
  const { user, preferences } = useSession();
  const save = useSavePreferences();
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const seen = useSeen(frame);
  const all = useDashboards().data?.items ?? [];
  const wanted =
    preferences.todayDashboard ?? (user.administrator ? "executive" : user.leads ? "manager" : "sales");
  const chosen = all.find(({ id }) => String(id) === wanted) ?? null;
  const reports = useReports().data?.items ?? [];
  // Who may read nothing that is reported on has no figures.
  if (all.length === 0 || reports.length === 0) return null;
  return (
    <section ref={setFrame} className="today-board" aria-label={say("onToday")}>
      <header className="today-board-head">
        <h2>{say("onToday")}</h2>
        <Select
          aria-label={say("whichOnToday")}
          value={chosen ? String(chosen.id) : NONE}
          popupMatchSelectWidth={false}
          options={[
            ...all.map(({ id, name }) => ({ value: String(id), label: name })),
            { value: NONE, label: say("noneOnToday") },
          ]}
          onChange={todayDashboard => void save({ todayDashboard })}
        />
        {chosen && <Link href={addressOfKept("dashboards", chosen.id)}>{say("openWhole")}</Link>}
      </header>
      {chosen && seen && (
        <Tiles id={String(chosen.id)} whose={whose} readable={new Set(reports.map(({ id }) => String(id)))} />
      )}
    </section>
  );
}

interface TilesProps {
  id: string;
  whose: "me" | "myTeam";
  /** The reports that the reader finds; others are not missed here. */
  readable: ReadonlySet<string>;
}

function Tiles({ id, whose, readable }: TilesProps) {
  const go = useGo();
  const { user } = useSession();
  const dashboard = useDashboard(id);
  // What is about the whole company stays so.
  const personal = dashboard.data?.filters.includes("person") ?? false;
  const narrowing = useMemo<Narrowing>(
    () => ({ period: null, person: null, department: null, cross: [], whose: personal ? whose : undefined }),
    [personal, whose],
  );
  if (!dashboard.data) return dashboard.isPending ? <Skeleton active /> : null;
  return (
    <BoardTiles
      tiles={dashboard.data.tiles.filter(({ report }) => readable.has(String(report)))}
      narrowing={narrowing}
      // There is one place where all reports are narrowed by a mark.
      onCross={cross =>
        go(
          addressOfKept("dashboards", id) +
            writeQuery(
              writeNarrowing({
                ...narrowing,
                person: personal && whose === "me" ? user.id : null,
                cross: [cross],
              }),
            ),
        )
      }
    />
  );
}

/** Whether an element has come into sight, or is about to. */
function useSeen(element: HTMLElement | null): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!element || seen) return;
    const observer = new IntersectionObserver(
      entries => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { rootMargin: "120px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, seen]);
  return seen;
}
