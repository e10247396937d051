import { Image } from "antd";
import type { StoredFile } from "~/kernel/api/contract";
import { inlineAddress } from "./fileText";

/** A small picture that opens large. */
export default function Thumbnail({ file, size = 32 }: { file: StoredFile; size?: number }) {
  return (
    <Image
      src={inlineAddress(file.id)}
      alt={file.name}
      width={size}
      height={size}
      style={{ objectFit: "cover", borderRadius: size > 32 ? 6 : 0 }}
    />
  );
}
