import { useQueryClient } from "@tanstack/react-query";
import { Button, Drawer, Radio, Skeleton } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useLeaveGuard } from "~/kernel/forms/useLeaveGuard";
import { common } from "~/kernel/i18n/common";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { type Design, type DesignedField, refreshDesign, wordsIn } from "../design";
import { MovesMatrix } from "./MovesMatrix";
import { movesWords } from "./messages";
import { type Rules, useRules } from "./moves";
import "./moves.css";

interface Props {
  design: Design;
  field: DesignedField;
  onClose: () => void;
}

/** Which values of a choice may follow which. */
export function MovesDrawer({ design, field, onClose }: Props) {
  const say = useSay(movesWords);
  const sayCommon = useSay(common);
  const language = useLanguage();
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const { data } = useRules(design.object, field.name);
  const [changed, setChanged] = useState<Rules | null>(null);
  const mayLeave = useLeaveGuard(changed !== null && !busy);
  const rules = changed ?? data;

  async function save() {
    if (!changed || !data) return;
    const done = await act(() =>
      api.patch(
        `/catalog/${design.object}/fields/${field.name}/transitions`,
        { version: data.version, onlyListed: changed.onlyListed, moves: changed.moves },
        { said: say("saved") },
      ),
    );
    if (!done) return;
    await refreshDesign(queries);
    onClose();
  }

  async function close() {
    if (await mayLeave()) onClose();
  }

  return (
    <Drawer
      open
      size={960}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      title={say("rulesOf", { name: wordsIn(field.label, language) })}
      onClose={() => void close()}
      footer={
        <div className="moves-actions">
          <Button onClick={() => void close()}>{sayCommon("cancel")}</Button>
          <Button type="primary" loading={busy} disabled={!changed} onClick={() => void save()}>
            {sayCommon("save")}
          </Button>
        </div>
      }
    >
      <p className="quiet">{say("text")}</p>
      {rules ? (
        <>
          <div className="moves-mode">
            <span id="moves-mode">{say("unlisted")}</span>
            <Radio.Group
              aria-labelledby="moves-mode"
              value={rules.onlyListed}
              onChange={event => setChanged({ ...rules, onlyListed: event.target.value as boolean })}
            >
              <Radio value={false}>{say("unlistedFree")}</Radio>
              <Radio value={true}>{say("unlistedRefused")}</Radio>
            </Radio.Group>
          </div>
          <MovesMatrix design={design} field={field} rules={rules} onChange={setChanged} />
        </>
      ) : (
        <Skeleton active />
      )}
    </Drawer>
  );
}
