import { Switch } from "antd";

interface Props {
  id: string;
  label: string;
  help?: string;
  disabled?: boolean;
  value: boolean;
  onChange: (on: boolean) => void;
}

/** A switch with its words beside it. */
export function Turn({ id, label, help, disabled, value, onChange }: Props) {
  return (
    <p className="pool-turn">
      <Switch id={id} size="small" checked={value} disabled={disabled} onChange={onChange} />
      <label htmlFor={id}>{label}</label>
      {help && <span className="quiet">{help}</span>}
    </p>
  );
}
