import { PlusOutlined } from "@ant-design/icons";
import { Button, Input, Popover } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import type { Option } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { pipelineWords } from "./messages";

interface Props {
  label: string;
  /** The names that are there already. */
  taken: Option[];
  onName: (name: string) => Promise<void>;
}

/** Asks for the name of something new. */
export function NewName({ label, taken, onName }: Props) {
  const say = useSay(pipelineWords);
  const sayCommon = useSay(common);
  const { act, busy } = useAct();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const trimmed = name.trim();
  const known = taken.some(option => option.label === trimmed || option.value === trimmed);

  async function add() {
    if (!trimmed || known) return;
    if (await act(() => onName(trimmed))) {
      setName("");
      setOpen(false);
    }
  }

  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <div className="new-name">
          <Input
            autoFocus
            maxLength={60}
            aria-label={say("nameOf")}
            placeholder={say("nameOf")}
            value={name}
            status={known ? "error" : undefined}
            onChange={event => setName(event.target.value)}
            onPressEnter={event => !event.nativeEvent.isComposing && void add()}
          />
          {known && (
            <span role="alert" className="form-row-error">
              {say("nameTaken")}
            </span>
          )}
          <Button type="primary" loading={busy} disabled={!trimmed || known} onClick={() => void add()}>
            {sayCommon("add")}
          </Button>
        </div>
      }
    >
      <Button icon={<PlusOutlined />}>{label}</Button>
    </Popover>
  );
}
