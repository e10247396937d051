import { CloseOutlined } from "@ant-design/icons";
import { Button, Popover } from "antd";
import type { ReactNode } from "react";
import { useSay } from "~/kernel/i18n/language";
import { reportWords } from "../messages";
import type { Dragging, Held, Target } from "./building";

interface Props {
  label: string;
  /** What may be chosen about it. */
  options: ReactNode;
  fault?: string;
  onRemove?: () => void;
  dragging: Dragging;
  held: Held;
  target: [Target, number];
}

/** A group or a measure on its shelf: opens its choices, is dragged elsewhere, or taken off. */
export function Chip({ label, options, fault, onRemove, dragging, held, target }: Props) {
  const say = useSay(reportWords);
  return (
    <li
      className="report-chip"
      data-fault={fault !== undefined}
      {...dragging.source(held)}
      {...dragging.target(...target)}
    >
      <Popover trigger="click" placement="bottomLeft" arrow={false} destroyOnHidden content={options}>
        <button type="button" title={fault ?? say("optionsOf", { name: label })} aria-haspopup="dialog">
          {label}
        </button>
      </Popover>
      {onRemove && (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={say("remove", { name: label })}
          onClick={onRemove}
        />
      )}
    </li>
  );
}
