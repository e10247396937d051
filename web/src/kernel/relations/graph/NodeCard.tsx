import { CloseOutlined, NodeExpandOutlined } from "@ant-design/icons";
import { Button, Skeleton } from "antd";
import type { RelationNode, Surroundings } from "~/kernel/api/contract";
import { useObject } from "~/kernel/catalog/catalog";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { Details } from "~/kernel/record/Details";
import { useRecord } from "~/kernel/records/records";
import { ColorTag } from "~/ui/ColorTag";
import { relationWords } from "../messages";
import { tiesOf } from "../network";

interface Props {
  node: RelationNode;
  network: Surroundings;
  expanded: boolean;
  onExpand: () => void;
  onSeek: () => void;
  onClose: () => void;
}

/** The record of a node beside the graph: its ties, and its fields to be read and changed. */
export function NodeCard({ node, network, expanded, onExpand, onSeek, onClose }: Props) {
  const say = useSay(relationWords);
  const sayCommon = useSay(common);
  const object = useObject(node.object);
  const record = useRecord(node.object, node.id).data;
  const name = node.label ?? `#${node.id}`;
  return (
    <aside className="graph-card" aria-label={say("nodeOf", { object: object?.label ?? "", name })}>
      <header>
        <h2>
          <Link href={addressOf.record(node.object, node.id)}>{name}</Link>
        </h2>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={sayCommon("close")}
          onClick={onClose}
        />
      </header>
      <div className="graph-card-acts">
        <Button size="small" icon={<NodeExpandOutlined aria-hidden />} disabled={expanded} onClick={onExpand}>
          {say(expanded ? "expanded" : "expand")}
        </Button>
        <Button size="small" onClick={onSeek}>
          {say("findPath")}
        </Button>
      </div>
      <ul className="graph-card-ties">
        {tiesOf(network, node.key).map(({ edge, other, word, back }) => (
          <li key={edge.key}>
            <ColorTag>{word ?? back ?? edge.label}</ColorTag> {other.label ?? `#${other.id}`}
          </li>
        ))}
      </ul>
      {object && record ? (
        <Details object={object} record={record} />
      ) : (
        <Skeleton active paragraph={{ rows: 4 }} />
      )}
    </aside>
  );
}
