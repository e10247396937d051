import { Image } from "antd";
import type { StoredFile } from "~/kernel/api/contract";
import Thumbnail from "./Thumbnail";

/** Pictures side by side; one opens large and leads on to the others. */
export default function Gallery({ pictures }: { pictures: StoredFile[] }) {
  return (
    <div className="gallery">
      <Image.PreviewGroup>
        {pictures.map(file => (
          <Thumbnail key={file.id} file={file} size={88} />
        ))}
      </Image.PreviewGroup>
    </div>
  );
}
