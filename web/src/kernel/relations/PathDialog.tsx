import { ArrowDownOutlined } from "@ant-design/icons";
import { Modal, Segmented, Select, Skeleton } from "antd";
import { useId, useState } from "react";
import type {
  BusinessObject,
  Labelled,
  RecordData,
  RelationEdge,
  RelationNode,
  Way,
} from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import { useSession } from "~/kernel/session/session";
import { FormRow } from "~/ui/FormRow";
import { isConnected } from "./connections";
import { relationWords } from "./messages";
import { wordsOf } from "./network";
import { useWay } from "./useNetwork";

interface Props {
  object: BusinessObject;
  record: RecordData;
  onClose: () => void;
}

/** Over whom one gets from this record, or from oneself, to another. */
export default function PathDialog({ object, record, onClose }: Props) {
  const say = useSay(relationWords);
  const id = useId();
  const catalog = useCatalog();
  const nameOf = useNameOf(object);
  const ends = catalog.objects.filter(each => each.verbs.read && isConnected(catalog, each));
  const here = `${object.name}:${record.id}`;
  const [start, setStart] = useState<"here" | "me">("here");
  const [kind, setKind] = useState(object.name);
  const [end, setEnd] = useState<Labelled | null>(null);
  const reached = end ? `${kind}:${end.id}` : start === "me" ? here : null;
  const way = useWay(start === "me" ? "me" : here, reached);

  return (
    <Modal open title={say("pathTitle")} footer={null} onCancel={onClose} destroyOnHidden>
      <FormRow id={`${id}-from`} label={say("from")}>
        <Segmented<"here" | "me">
          id={`${id}-from`}
          value={start}
          options={[
            { value: "here", label: nameOf(record) },
            { value: "me", label: say("me") },
          ]}
          onChange={setStart}
        />
      </FormRow>
      <FormRow id={`${id}-to`} label={say("to")}>
        <div className="path-end">
          <Select
            aria-label={say("kindOfEnd")}
            value={kind}
            options={ends.map(each => ({ value: each.name, label: each.label }))}
            onChange={next => {
              setKind(next);
              setEnd(null);
            }}
          />
          <RecordPicker
            id={`${id}-to`}
            object={kind}
            value={end ? [end] : start === "me" ? [{ id: record.id, label: nameOf(record) }] : []}
            onChange={records => setEnd(records[0] ?? null)}
          />
        </div>
      </FormRow>
      <div aria-live="polite">
        {way.error && <p className="error">{way.error.message}</p>}
        {way.isLoading && <Skeleton active paragraph={{ rows: 2 }} />}
        {way.data && <Stops way={way.data} />}
      </div>
    </Modal>
  );
}

/** The way as steps from top to bottom, each with what the next one is. */
function Stops({ way }: { way: Way }) {
  const say = useSay(relationWords);
  const { user } = useSession();
  /** Where both ends are named by the tie, what the next one is; a post says only that somebody was there. */
  function sentence(edge: RelationEdge, node: RelationNode, next: RelationNode): string {
    const { word, back } = wordsOf(edge, node.key);
    const [one, other] = [nameOf(node), nameOf(next)];
    if (word && back) return say("isTheirs", { one, other, word });
    return say("tiedTo", {
      one,
      other,
      word: [word ?? back ?? edge.label, edge.note].filter(Boolean).join(" · "),
    });
  }
  if (!way.found) return <p>{say(way.complete ? "noPath" : "noPathYet")}</p>;
  return (
    <ol className="path" aria-label={say("path")}>
      {way.owner && (
        <li>
          <strong>{way.owner.label}</strong>
          <Step
            text={
              way.owner.id === user.id ? say("selfKnows") : say("ownerKnows", { name: way.owner.label ?? "" })
            }
          />
        </li>
      )}
      {way.nodes.map((node, at) => {
        const edge = way.edges[at];
        const next = way.nodes[at + 1];
        return (
          <li key={node.key}>
            <Link href={addressOf.record(node.object, node.id)}>{nameOf(node)}</Link>
            {node.detail && <span className="quiet"> {node.detail}</span>}
            {edge && next && <Step text={sentence(edge, node, next)} />}
          </li>
        );
      })}
    </ol>
  );
}

function Step({ text }: { text: string }) {
  return (
    <div className="path-step quiet">
      <ArrowDownOutlined aria-hidden /> {text}
    </div>
  );
}

function nameOf(node: RelationNode): string {
  return node.label ?? `#${node.id}`;
}
