import { Button, Input, Space } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { secretWords } from "./messages";

interface Props {
  id: string;
  label: string;
  /** Whether the server has one; which one, it never says. */
  given: boolean;
  /** Absent: as it is. `null`: to be cleared. */
  typed: unknown;
  invalid: boolean;
  onChange: (value: string | null | undefined) => void;
}

/** A secret can be replaced or cleared, never read. */
export function SecretInput({ id, label, given, typed, invalid, onChange }: Props) {
  const say = useSay(secretWords);
  const text = typeof typed === "string" ? typed : "";
  const cleared = typed === null && given;
  return (
    <Space.Compact block>
      <Input.Password
        id={id}
        autoComplete="new-password"
        value={text}
        status={invalid ? "error" : undefined}
        placeholder={say(cleared ? "secretCleared" : given ? "given" : "notGiven")}
        aria-describedby={`${id}-note`}
        onChange={event => onChange(event.target.value || undefined)}
      />
      {given && (
        <Button
          disabled={cleared}
          onClick={() => onChange(null)}
          aria-label={`${say("clearSecret")} ${label}`}
        >
          {say("clearSecret")}
        </Button>
      )}
    </Space.Compact>
  );
}
