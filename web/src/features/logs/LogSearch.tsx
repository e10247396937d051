import { Button, Input, Select } from "antd";
import dayjs from "dayjs";
import { useId } from "react";
import { useCatalog } from "~/kernel/catalog/catalog";
import { Picker } from "~/kernel/fields/parts/Picker";
import { useSay } from "~/kernel/i18n/language";
import { operationWords } from "~/kernel/operations/messages";
import { usePersonLabel } from "~/kernel/people/personLabel";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { FormRow } from "~/ui/FormRow";
import { type LogName, SEARCHES, type Searched } from "./logs";
import { logWords } from "./messages";

interface Props {
  log: LogName;
  searched: Searched;
  onChange: (change: Record<string, string | null>) => void;
}

const KINDS = [
  "create",
  "edit",
  "delete",
  "restore",
  "bulk",
  "import",
  "export",
  "undo",
  "command",
  "demo",
] as const;
const STATUSES = ["running", "done", "failed", "cancelled"] as const;
const ACTIONS = ["create", "update", "delete", "restore"] as const;
const SUBJECTS = {
  administration: ["user", "role", "department", "group", "sharingRule", "record", "log"],
  access: ["reveal", "viewAs", "viewAsEnd"],
} as const;

/** What the log is searched by. */
export function LogSearch({ log, searched, onChange }: Props) {
  const say = useSay(logWords);
  const id = useId();
  const names: readonly string[] = [...SEARCHES[log], "from", "to"];
  return (
    <search className="logs-search">
      {names.map(name => (
        <FormRow key={name} id={`${id}-${name}`} label={say(name as "who")}>
          <One
            id={`${id}-${name}`}
            log={log}
            name={name}
            searched={searched}
            onChange={text => onChange({ [name]: text || null })}
          />
        </FormRow>
      ))}
      {Object.keys(searched).length > 0 && (
        <Button type="link" onClick={() => onChange(Object.fromEntries(names.map(name => [name, null])))}>
          {say("clear")}
        </Button>
      )}
    </search>
  );
}

interface OneProps {
  id: string;
  log: LogName;
  name: string;
  searched: Searched;
  onChange: (text: string | null) => void;
}

function One({ id, log, name, searched, onChange }: OneProps) {
  const say = useSay(logWords);
  const sayOperation = useSay(operationWords);
  const catalog = useCatalog();
  const value = searched[name];
  const choose = (options: { value: string; label: string }[]) => (
    <Select
      id={id}
      allowClear
      value={value}
      options={options}
      popupMatchSelectWidth={false}
      style={{ width: "100%" }}
      onChange={next => onChange(next ?? null)}
    />
  );
  switch (name) {
    case "who":
      return <Who id={id} value={value} onChange={onChange} />;
    case "object":
      return choose(catalog.objects.map(object => ({ value: object.name, label: object.label })));
    case "field": {
      const object = searched.object ? catalog.find(searched.object) : undefined;
      return choose((object?.fields ?? []).map(field => ({ value: field.name, label: field.label })));
    }
    case "kind":
      return choose(
        log === "operations"
          ? KINDS.map(kind => ({ value: kind, label: sayOperation(kind) }))
          : SUBJECTS[log === "access" ? log : "administration"].map(kind => ({
              value: kind,
              label: say(kind),
            })),
      );
    case "status":
      return choose(STATUSES.map(status => ({ value: status, label: say(status) })));
    case "action":
      return choose(ACTIONS.map(action => ({ value: action, label: say(action) })));
    case "success":
      return choose([
        { value: "true", label: say("succeeded") },
        { value: "false", label: say("failed") },
      ]);
    case "from":
    case "to":
      return (
        <Picker
          id={id}
          value={value ? dayjs(value) : null}
          format="YYYY-MM-DD"
          placeholder=""
          style={{ width: "100%" }}
          onChange={day => onChange(day?.format("YYYY-MM-DD") ?? null)}
        />
      );
    default:
      return (
        <Input
          id={id}
          key={value}
          allowClear
          defaultValue={value}
          inputMode={name === "record" ? "numeric" : undefined}
          onClear={() => onChange(null)}
          onPressEnter={event => onChange(event.currentTarget.value.trim())}
          onBlur={event => onChange(event.currentTarget.value.trim())}
        />
      );
  }
}

function Who({ id, value, onChange }: Pick<OneProps, "id" | "onChange"> & { value: string | undefined }) {
  const label = usePersonLabel(value ? Number(value) : null);
  return (
    <PersonPicker
      id={id}
      value={value ? { id: Number(value), label } : null}
      onChange={person => onChange(person ? String(person.id) : null)}
    />
  );
}
