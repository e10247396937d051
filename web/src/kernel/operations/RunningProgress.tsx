import { Progress } from "antd";

interface Props {
  done: number;
  total: number;
  label: string;
}

/** How far work in the background is; full only once it has ended. */
export function RunningProgress({ done, total, label }: Props) {
  const percent = total > 0 ? Math.min(99, Math.floor((done / total) * 100)) : 0;
  return <Progress percent={percent} size="small" aria-label={label} />;
}
