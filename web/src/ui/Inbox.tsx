import { ArrowLeftOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useNarrow } from "./useNarrow";
import "./inbox.css";

interface Props {
  list: ReactNode;
  /** The one that is open; null while none is. */
  one: ReactNode | null;
  /** Stands where one will be. */
  hint: string;
  back: string;
  onClose: () => void;
}

/** A list with the one of it that is open beside it; on a narrow screen in its place. */
export function Inbox({ list, one, hint, back, onClose }: Props) {
  const narrow = useNarrow();
  const open = one !== null;
  return (
    <div className="inbox" data-open={open} data-narrow={narrow}>
      {!(narrow && open) && <div className="inbox-list">{list}</div>}
      <div className="inbox-one">
        {narrow && open && (
          <Button type="text" icon={<ArrowLeftOutlined aria-hidden />} onClick={onClose}>
            {back}
          </Button>
        )}
        {one}
        {!open && !narrow && <p className="quiet inbox-hint">{hint}</p>}
      </div>
    </div>
  );
}
