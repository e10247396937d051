import { Switch } from "antd";
import type { ReactNode } from "react";
import { useAct } from "~/kernel/acting/useAct";

interface Props {
  /** What opening it is called. */
  edit: string;
  onOpen: () => void;
  active: boolean;
  /** What the switch is called. */
  activeOf: string;
  turn: (active: boolean) => Promise<unknown>;
  children: ReactNode;
}

/** A line of a list of what can be edited: it opens, and is switched on and off where it stands. */
export function EditingLine({ edit, onOpen, active, activeOf, turn, children }: Props) {
  const { busy, act } = useAct();
  return (
    <div className="flow-line">
      <button type="button" aria-label={edit} onClick={onOpen}>
        {children}
      </button>
      <Switch
        loading={busy}
        checked={active}
        aria-label={activeOf}
        onChange={next => void act(() => turn(next))}
      />
    </div>
  );
}
