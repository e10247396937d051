import type { CSSProperties } from "react";
import type { WorthAnalysis } from "~/kernel/api/contract";
import { fieldOf, useObject } from "~/kernel/catalog/catalog";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { groupDigits, shortNumber } from "~/kernel/text/decimals";
import { tagColorValue } from "~/ui/ColorTag";
import { Panel } from "~/ui/Page";
import { listOf, OBJECT, percent, tilesOf } from "./analysis";
import { analysisWords } from "./messages";

interface Props {
  analysis: WorthAnalysis;
  cells: NonNullable<WorthAnalysis["map"]>;
}

/** The eight segments, important ones above; each opens its list. */
export function SegmentMap({ analysis, cells }: Props) {
  const say = useSay(analysisWords);
  const chinese = useLanguage() === "zh-CN";
  const object = useObject(OBJECT);
  const options = (object && fieldOf(object, "rfm")?.options) ?? [];
  const { tiles, without } = tilesOf(cells);
  const all = [...tiles.values()];
  const customers = all.reduce((sum, tile) => sum + tile.customers, 0);
  const amount = all.reduce((sum, tile) => sum + (tile.amount ?? 0), 0);
  return (
    <Panel title={say("map")} extra={<span className="quiet">{say("mapText")}</span>}>
      <ul className="segments">
        {analysis.segments.map(({ segment, label, advice }) => {
          const tile = tiles.get(segment) ?? { segment, customers: 0, amount: 0 };
          const color = options.find(option => option.value === segment)?.color;
          return (
            <li key={segment} style={{ "--tag": tagColorValue(color) } as CSSProperties}>
              <Link href={listOf({ field: "rfm", op: "eq", value: segment })}>
                <strong>{label}</strong>
                <span className="segment-count number">{groupDigits(String(tile.customers))}</span>
                <span className="segment-shares">
                  <span>{say("ofCustomers", { share: percent(tile.customers, customers) })}</span>
                  {tile.amount !== null && (
                    <span title={groupDigits(tile.amount.toFixed(2))}>
                      {shortNumber(tile.amount, chinese)} ·{" "}
                      {say("amountShare", { share: percent(tile.amount, amount) })}
                    </span>
                  )}
                </span>
                <span className="segment-advice">{advice}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      {without > 0 && (
        <p className="quiet segments-without">
          <Link href={listOf({ field: "rfm", op: "empty" })}>{say("none", { count: without })}</Link>
        </p>
      )}
    </Panel>
  );
}
