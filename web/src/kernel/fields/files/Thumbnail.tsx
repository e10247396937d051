import { Image } from "antd";
import type { StoredFile } from "~/kernel/api/contract";
import { inlineAddress } from "./fileText";

/** A small picture that opens large. */
export default function Thumbnail({ file }: { file: StoredFile }) {
  return (
    <Image
      src={inlineAddress(file.id)}
      alt={file.name}
      width={32}
      height={32}
      style={{ objectFit: "cover" }}
    />
  );
}
