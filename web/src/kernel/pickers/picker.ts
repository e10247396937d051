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

/** In a cell one came to choose: the menu is open at once. */
export function opensAtOnce({ autoFocus, borderless }: PickerProps): boolean {
  return Boolean(autoFocus && borderless);
}

/** The look and the labels of a picker as antd's selects take them. */
export function frame(props: PickerProps) {
  const { id, autoFocus, borderless, invalid, required, describedBy, label } = props;
  return {
    id,
    autoFocus,
    defaultOpen: opensAtOnce(props),
    variant: borderless ? ("borderless" as const) : undefined,
    status: invalid ? ("error" as const) : undefined,
    "aria-describedby": describedBy,
    "aria-required": required,
    "aria-label": label,
    style: { width: "100%" },
  };
}
