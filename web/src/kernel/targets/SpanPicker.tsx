import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Segmented } from "antd";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { spanWords } from "./spanWords";
import { type SpanUnit, spanAfter, spanName } from "./targets";
import "./span-picker.css";

interface Props {
  unit: SpanUnit;
  units?: readonly SpanUnit[];
  /** The first day of the span shown; absent until it is known. */
  from: string | undefined;
  /** The month in which the year of business begins. */
  firstMonth: number;
  /** Is it another one than today's? */
  elsewhere: boolean;
  /** `on` is a day in the span, `null` for today. */
  onChange: (change: { span?: SpanUnit; on: string | null }) => void;
}

const ALL = ["month", "quarter", "year"] as const;

/** Which month, quarter or year of business one looks at. */
export function SpanPicker({ unit, units = ALL, from, firstMonth, elsewhere, onChange }: Props) {
  const say = useSay(spanWords);
  const chinese = useLanguage() === "zh-CN";
  const move = (by: number) => from && onChange({ on: spanAfter(unit, from, by) });
  return (
    <>
      <Segmented<SpanUnit>
        aria-label={say("span")}
        value={unit}
        options={units.map(each => ({ value: each, label: say(each) }))}
        onChange={span => onChange({ span, on: from ?? null })}
      />
      <span className="span-picker">
        <Button icon={<LeftOutlined />} aria-label={say("earlier")} onClick={() => move(-1)} />
        <strong>{from && spanName(unit, from, firstMonth, chinese)}</strong>
        <Button icon={<RightOutlined />} aria-label={say("later")} onClick={() => move(1)} />
        {elsewhere && (
          <Button type="link" onClick={() => onChange({ on: null })}>
            {say("now")}
          </Button>
        )}
      </span>
    </>
  );
}

/** The unit that an address names, or the usual one. */
export function unitOf(asked: string | undefined, usual: SpanUnit): SpanUnit {
  return ALL.find(each => each === asked) ?? usual;
}
