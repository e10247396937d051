import { DeleteOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Input, Progress } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import {
  changeRecord,
  createRecord,
  deleteRecord,
  mayAdd,
  mayChange,
  refreshRecords,
  useRecordPage,
} from "~/kernel/records/records";
import { taskWords } from "./messages";
import "./checklist.css";

const RELATION = "steps";
const SHOWN = 50;

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** What has to be done one by one: ticked, added and taken away in place. */
export default function Checklist({ object, record }: Props) {
  const say = useSay(taskWords);
  const catalog = useCatalog();
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const [, setAddress] = useAddressState();
  const [typed, setTyped] = useState("");
  const relation = object.relations.find(({ name }) => name === RELATION);
  const step = relation && catalog.find(relation.object);
  const answer = useRecordPage(
    relation?.object ?? "",
    {
      filter: { field: relation?.field ?? "", op: "eq", value: record.id },
      sort: [{ field: "id", descending: false }],
      limit: SHOWN,
      may: true,
      count: "capped",
    },
    { enabled: step !== undefined },
  );
  if (!relation || !step || !answer.data) return null;
  const items = answer.data.items;
  const all = Number(record.steps ?? items.length);
  const done = Number(record.stepsDone ?? items.filter(item => item.done).length);
  const adding = mayAdd(step, record);
  if (items.length === 0 && !adding) return null;

  const change = (deed: () => Promise<unknown>) =>
    act(async () => {
      try {
        await deed();
      } finally {
        await refreshRecords(queries);
      }
    });
  const add = async () => {
    const name = typed.trim();
    if (!name) return;
    const made = await change(() =>
      createRecord(
        step.name,
        { name, [relation.field]: { id: record.id } },
        { said: say("added", { name }) },
      ),
    );
    if (made) setTyped("");
  };

  return (
    <section className="checklist">
      <header>
        <h2>{relation.label}</h2>
        {all > 0 && (
          <>
            <Progress percent={Math.round((100 * done) / all)} showInfo={false} size="small" />
            <span className="quiet number">{say("progress", { done, all })}</span>
          </>
        )}
        {all > SHOWN && (
          <Button
            type="link"
            size="small"
            onClick={() => setAddress({ tab: relation.name }, { replace: true })}
          >
            {say("more", { count: all })}
          </Button>
        )}
      </header>
      <ul>
        {items.map(item => {
          const name = String(item.name ?? "");
          return (
            <li key={item.id} className={item.done ? "checklist-done" : undefined}>
              <Checkbox
                checked={item.done === true}
                disabled={busy || !mayChange(item, "edit")}
                aria-label={say("check", { name })}
                onChange={({ target: { checked } }) =>
                  void change(() =>
                    changeRecord(
                      step.name,
                      item,
                      { done: checked },
                      { said: say(checked ? "checked" : "unchecked", { name }) },
                    ),
                  )
                }
              >
                {name}
              </Checkbox>
              {mayChange(item, "delete") && (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={say("remove", { name })}
                  disabled={busy}
                  onClick={() =>
                    void change(() => deleteRecord(step.name, item, { said: say("removed", { name }) }))
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
      {adding && (
        <Input
          value={typed}
          maxLength={200}
          variant="filled"
          placeholder={say("add")}
          aria-label={say("add")}
          onChange={({ target }) => setTyped(target.value)}
          onPressEnter={event => {
            if (!event.nativeEvent.isComposing) void add();
          }}
        />
      )}
    </section>
  );
}
