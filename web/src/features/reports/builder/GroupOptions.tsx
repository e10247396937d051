import { Button, Input, Select } from "antd";
import { useId, useState } from "react";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { compareDecimals, parseDecimal } from "~/kernel/text/decimals";
import { FormRow } from "~/ui/FormRow";
import { bucketsOf, fieldOf, isNumber, isTime } from "../fields";
import { bucketWords, reportWords } from "../messages";
import { changedGroup, type Group, hasRoom, movedGroup, type Spot } from "../question";
import type { Building } from "./building";

interface Props {
  building: Building;
  spot: Spot;
  group: Group;
}

/** What may be chosen about a group: its bucket or ranges, and where it stands. */
export function GroupOptions({ building, spot, group }: Props) {
  const say = useSay(reportWords);
  const sayBucket = useSay(bucketWords);
  const id = useId();
  const catalog = useCatalog();
  const { object, question, change } = building;
  const field = fieldOf(catalog, object, group)?.field;
  const buckets = field ? bucketsOf(field) : [];
  // Times are always rounded; people and places may be told one by one.
  const whole = field && !isTime(field);
  const other = spot.shelf === "rows" ? "columns" : "rows";
  const count = question[spot.shelf].length;
  const move = (to: Spot) => change(now => movedGroup(now, spot, to));
  return (
    <div className="report-options">
      {buckets.length > 0 && (
        <FormRow id={`${id}-bucket`} label={say("bucket")}>
          <Select
            id={`${id}-bucket`}
            value={group.bucket ?? ""}
            options={[
              ...(whole ? [{ value: "", label: say("eachOne") }] : []),
              ...buckets.map(value => ({ value: value as string, label: sayBucket(value) })),
            ]}
            onChange={bucket =>
              change(now => changedGroup(now, spot, { field: group.field, ...(bucket ? { bucket } : {}) }))
            }
          />
        </FormRow>
      )}
      {field && isNumber(field) && (
        <Ranges
          id={`${id}-ranges`}
          ranges={(group.ranges ?? []).map(String)}
          onChange={ranges =>
            change(now =>
              changedGroup(now, spot, { field: group.field, ...(ranges.length ? { ranges } : {}) }),
            )
          }
        />
      )}
      <div className="report-options-moves">
        <Button
          size="small"
          disabled={!hasRoom(question, other)}
          onClick={() => move({ shelf: other, at: question[other].length })}
        >
          {say(other === "rows" ? "toRows" : "toColumns")}
        </Button>
        <Button size="small" disabled={spot.at === 0} onClick={() => move({ ...spot, at: spot.at - 1 })}>
          {say("forward")}
        </Button>
        <Button
          size="small"
          disabled={spot.at === count - 1}
          onClick={() => move({ ...spot, at: spot.at + 1 })}
        >
          {say("backward")}
        </Button>
      </div>
    </div>
  );
}

interface RangesProps {
  id: string;
  ranges: string[];
  onChange: (ranges: string[]) => void;
}

/** Limits between ranges, as one types them. */
function Ranges({ id, ranges, onChange }: RangesProps) {
  const say = useSay(reportWords);
  const [text, setText] = useState(ranges.join(" "));
  const [fault, setFault] = useState<string>();
  function take() {
    const words = text.split(/[\s，、;；]+/).filter(word => word !== "");
    const limits = words.map(word => parseDecimal(word));
    const bad = limits.indexOf(undefined);
    setFault(bad < 0 ? undefined : say("rangesBad", { text: words[bad] as string }));
    const known = [...new Set(limits.filter(limit => limit !== undefined))].sort(compareDecimals);
    if (bad < 0 && known.join() !== ranges.join()) onChange(known);
  }
  return (
    <FormRow id={id} label={say("ranges")} help={say("rangesHelp")} error={fault}>
      <Input
        id={id}
        value={text}
        status={fault ? "error" : undefined}
        onChange={event => setText(event.target.value)}
        onBlur={take}
        onPressEnter={event => !event.nativeEvent.isComposing && take()}
      />
    </FormRow>
  );
}
