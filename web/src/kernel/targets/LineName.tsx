import { ApartmentOutlined, UserOutlined } from "@ant-design/icons";
import { useSay } from "~/kernel/i18n/language";
import { useNarrow } from "~/ui/useNarrow";
import { lineWords } from "./lineWords";
import type { Line } from "./targets";
import "./line-name.css";

/** A department or person among the others, set in below what it belongs to. */
export function LineName({ line }: { line: Pick<Line, "kind" | "label" | "active" | "depth"> }) {
  const say = useSay(lineWords);
  const narrow = useNarrow();
  const department = line.kind === "department";
  return (
    <span
      className="line-name"
      data-department={department}
      style={narrow ? undefined : { paddingInlineStart: line.depth * 20 }}
    >
      {department ? <ApartmentOutlined aria-hidden="true" /> : <UserOutlined aria-hidden="true" />}
      <span>{line.label}</span>
      {!line.active && <span className="quiet">{say("left")}</span>}
    </span>
  );
}
