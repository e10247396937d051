import { CloseOutlined, FileOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense } from "react";
import type { StoredFile } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { fieldWords } from "../messages";
import { fileAddress, inlineAddress, previewOf, sizeText } from "./fileText";
import "./files.css";

const Thumbnail = lazy(() => import("./Thumbnail"));
const Gallery = lazy(() => import("./Gallery"));

interface Props {
  files: StoredFile[];
  onRemove?: (file: StoredFile) => void;
}

/** Files with what can be seen of them: pictures open, sound plays, the rest is fetched. */
export function FileList({ files, onRemove }: Props) {
  return (
    <ul className="file-list">
      {files.map(file => (
        <FileItem key={file.id} file={file} onRemove={onRemove} />
      ))}
    </ul>
  );
}

/** Files as a story tells them: pictures large, side by side, then the rest. */
export function ToldFiles({ files }: { files: StoredFile[] }) {
  const pictures = files.filter(file => previewOf(file.type) === "image");
  const others = files.filter(file => !pictures.includes(file));
  return (
    <>
      {pictures.length > 0 && (
        <Suspense fallback={<div className="gallery" />}>
          <Gallery pictures={pictures} />
        </Suspense>
      )}
      {others.length > 0 && <FileList files={others} />}
    </>
  );
}

function FileItem({ file, onRemove }: { file: StoredFile; onRemove?: (file: StoredFile) => void }) {
  const say = useSay(fieldWords);
  const preview = previewOf(file.type);
  return (
    <li className="file-item">
      {preview === "image" ? (
        <Suspense fallback={<FileOutlined className="file-icon" />}>
          <Thumbnail file={file} />
        </Suspense>
      ) : (
        <FileOutlined className="file-icon" />
      )}
      <span className="file-name">
        <a
          href={preview === "pdf" ? inlineAddress(file.id) : fileAddress(file.id)}
          target="_blank"
          rel="noopener"
        >
          {file.name}
        </a>
        <span className="quiet number">{sizeText(file.size)}</span>
      </span>
      {preview === "audio" && (
        // biome-ignore lint/a11y/useMediaCaption: a recorded call has no captions
        <audio controls preload="none" src={inlineAddress(file.id)} />
      )}
      {onRemove && (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={say("removeFile", { name: file.name })}
          onClick={() => onRemove(file)}
        />
      )}
    </li>
  );
}
