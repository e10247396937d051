import type { StoredFile } from "~/kernel/api/contract";
import type { CellProps } from "../kind";
import { FileList } from "./FileList";

export function FilesCell({ value }: CellProps<StoredFile[]>) {
  return <FileList files={value} />;
}
