import { Button } from "antd";
import { useRef } from "react";

interface Props {
  id: string;
  accept: string;
  label: string;
  file: File | null;
  onChoose: (file: File) => void;
}

/** Chooses one file, which is sent with the form. */
export function FileChoice({ id, accept, label, file, onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="file-choice">
      <Button id={id} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <span className="quiet">{file?.name}</span>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={event => {
          const chosen = event.target.files?.[0];
          if (chosen) onChoose(chosen);
        }}
      />
    </div>
  );
}
