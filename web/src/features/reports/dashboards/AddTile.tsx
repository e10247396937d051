import { PlusOutlined } from "@ant-design/icons";
import { Select } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { useReports } from "../reports";
import { MOST_TILES, type Tile } from "./dashboards";
import { dashboardWords } from "./messages";

/** Chooses a report to put on the dashboard. */
export function AddTile({
  tiles,
  onAdd,
}: {
  tiles: Tile[];
  onAdd: (report: Tile["report"], small: boolean) => void;
}) {
  const say = useSay(dashboardWords);
  const reports = useReports().data?.items ?? [];
  return (
    <Select
      className="board-add"
      aria-label={say("chooseReport")}
      prefix={<PlusOutlined aria-hidden />}
      placeholder={say("addTile")}
      value={null}
      disabled={tiles.length >= MOST_TILES}
      showSearch={{ optionFilterProp: "label" }}
      notFoundContent={say("noReports")}
      popupMatchSelectWidth={320}
      options={reports.map(report => ({ value: report.id, label: report.name }))}
      onChange={(id: Tile["report"]) => {
        const kind = reports.find(report => report.id === id)?.chart.kind;
        onAdd(id, kind === "kpi" || kind === "gauge");
      }}
    />
  );
}
