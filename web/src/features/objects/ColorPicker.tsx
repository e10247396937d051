import { Button, Popover } from "antd";
import type { CSSProperties } from "react";
import { useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import { tagColorValue } from "~/ui/ColorTag";
import { designWords } from "./messages";

const PALETTE = ["red", "volcano", "orange", "gold", "lime", "green", "cyan", "blue", "purple", "magenta"];

interface Props {
  label: string;
  color: string | null;
  onChange: (color: string | null) => void;
}

/** One of the palette, none, or any colour. */
export function ColorPicker({ label, color, onChange }: Props) {
  const say = useSay(designWords);
  const [open, setOpen] = useState(false);

  function choose(chosen: string | null) {
    onChange(chosen);
    setOpen(false);
  }

  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <fieldset className="color-palette">
          <legend className="sr-only">{label}</legend>
          {[null, ...PALETTE].map(each => (
            <button
              key={each ?? "none"}
              type="button"
              className="color-dot"
              aria-pressed={each === color}
              aria-label={each ?? say("noColor")}
              style={{ "--dot": each ? tagColorValue(each) : "transparent" } as CSSProperties}
              onClick={() => choose(each)}
            />
          ))}
          <input
            type="color"
            aria-label={label}
            value={color?.startsWith("#") ? color : tagColorValue(color)}
            onChange={event => onChange(event.target.value)}
          />
        </fieldset>
      }
    >
      <Button
        type="text"
        className="color-dot"
        aria-label={label}
        style={{ "--dot": color ? tagColorValue(color) : "transparent" } as CSSProperties}
      />
    </Popover>
  );
}
