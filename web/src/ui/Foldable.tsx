import { RightOutlined } from "@ant-design/icons";
import { type ReactNode, useEffect, useId, useState } from "react";
import "./foldable.css";

interface Props {
  label: string;
  /** Whether it is folded to begin with; unfolds by itself when this is said no longer. */
  folded: boolean;
  children: ReactNode;
}

/** A part under a heading that opens and closes it. */
export function Foldable({ label, folded, children }: Props) {
  const id = useId();
  const [open, setOpen] = useState(!folded);
  useEffect(() => {
    if (!folded) setOpen(true);
  }, [folded]);
  return (
    <div className="foldable">
      <h2>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <RightOutlined aria-hidden rotate={open ? 90 : 0} /> {label}
        </button>
      </h2>
      <div id={id} hidden={!open}>
        {children}
      </div>
    </div>
  );
}
