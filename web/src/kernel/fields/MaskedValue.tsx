import { EyeOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import type { CellProps } from "./kind";
import { fieldWords } from "./messages";
import { kindOf } from "./registry";

/** A value shown on request goes back under its mask, lest it stay on a screen that is left alone. */
const SHOWN_FOR = 60_000;

/** A value of which only a mask is shown; where the role allows it, one press shows the value and is logged. */
export function MaskedValue(props: CellProps<unknown>) {
  const { field, value, record, object } = props;
  const say = useSay(fieldWords);
  const { act, busy } = useAct();
  const [shown, setShown] = useState<{ value: unknown } | null>(null);

  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(null), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [shown]);

  if (shown) {
    const { Cell } = kindOf(field);
    return <Cell {...props} value={shown.value} />;
  }
  const masked = <span className="masked-value">{String(value)}</span>;
  if (!field.reveal || !record || !object) return masked;
  return (
    <span className="masked-line">
      {masked}
      <Button
        type="text"
        size="small"
        icon={<EyeOutlined aria-hidden />}
        loading={busy}
        aria-label={say("revealField", { field: field.label })}
        title={say("revealNote")}
        onClick={() =>
          void act(async () =>
            setShown(
              await api.post<{ value: unknown }>(
                `/records/${object}/${record.id}/reveal`,
                { field: field.name },
                { said: null },
              ),
            ),
          )
        }
      />
    </span>
  );
}
