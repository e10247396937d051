import type { StoredFile } from "~/kernel/api/contract";
import type { InputProps } from "../kind";
import { FileDrop } from "./FileDrop";
import { FileList } from "./FileList";

export function FilesInput({ id, value, onChange }: InputProps<StoredFile[]>) {
  const files = value ?? [];
  return (
    <div>
      <FileDrop id={id} onUploaded={added => onChange([...files, ...added])} />
      {files.length > 0 && (
        <FileList files={files} onRemove={gone => onChange(files.filter(file => file.id !== gone.id))} />
      )}
    </div>
  );
}
