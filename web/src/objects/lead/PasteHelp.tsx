import { Button, Input } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Draft } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { leadWords } from "./messages";
import "./paste.css";

interface Props {
  object: BusinessObject;
  set: (field: string, value: unknown) => void;
}

/** Fills a new lead in from one piece of text. */
export default function PasteHelp({ object, set }: Props) {
  const say = useSay(leadWords);
  const { act, busy } = useAct();
  const [text, setText] = useState("");
  const [told, setTold] = useState("");

  async function read() {
    await act(async () => {
      const { values } = await api.ask<{ values: Draft }>("/leads/read", { text });
      const fields = Object.keys(values).filter(name => fieldOf(object, name)?.right === "edit");
      for (const name of fields) set(name, values[name]);
      const labels = fields.map(name => fieldOf(object, name)?.label).join("、");
      setTold(labels ? say("filled", { fields: labels }) : say("nothing"));
    });
  }

  return (
    <details className="paste-help">
      <summary>{say("paste")}</summary>
      <Input.TextArea
        aria-label={say("paste")}
        placeholder={say("pasteText")}
        autoSize={{ minRows: 3, maxRows: 8 }}
        maxLength={4000}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <div className="paste-acts">
        <Button disabled={!text.trim()} loading={busy} onClick={() => void read()}>
          {say("read")}
        </Button>
        <span className="quiet" role="status">
          {told}
        </span>
      </div>
    </details>
  );
}
