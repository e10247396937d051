import { Input } from "antd";
import { useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import type { InputProps } from "../kind";
import { fieldWords } from "../messages";

/** Text until it reads as JSON; only then does the value change. */
export function JsonInput({ id, value, onChange, describedBy }: InputProps<unknown>) {
  const say = useSay(fieldWords);
  const [typed, setTyped] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);

  function change(text: string) {
    setTyped(text);
    try {
      onChange(text.trim() ? JSON.parse(text) : null);
      setBroken(false);
    } catch {
      setBroken(true);
    }
  }

  return (
    <>
      <Input.TextArea
        id={id}
        value={typed ?? (value === null || value === undefined ? "" : JSON.stringify(value, null, 2))}
        autoSize={{ minRows: 3, maxRows: 12 }}
        status={broken ? "error" : undefined}
        aria-describedby={describedBy}
        style={{ fontFamily: "monospace" }}
        onChange={event => change(event.target.value)}
      />
      {broken && <span className="form-row-error">{say("notJson")}</span>}
    </>
  );
}
