/** What every picker shares with the input that it stands for. */
export interface PickerProps {
  id: string;
  autoFocus?: boolean;
  borderless?: boolean;
  invalid?: boolean;
  required?: boolean;
  describedBy?: string;
  label?: string;
}

/** The look and the labels of a picker as antd's selects take them. */
export function frame({ id, autoFocus, borderless, invalid, required, describedBy, label }: PickerProps) {
  return {
    id,
    autoFocus,
    variant: borderless ? ("borderless" as const) : undefined,
    status: invalid ? ("error" as const) : undefined,
    "aria-describedby": describedBy,
    "aria-required": required,
    "aria-label": label,
    style: { width: "100%" },
  };
}
