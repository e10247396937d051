import {
  AuditOutlined,
  BranchesOutlined,
  HourglassOutlined,
  PartitionOutlined,
  SendOutlined,
} from "@ant-design/icons";
import type { BusinessObject } from "~/kernel/api/contract";
import type { NodeKinds } from "~/kernel/flow/kinds";
import { useSay } from "~/kernel/i18n/language";
import { type NodeDraft, type NodeKind, newNode } from "./flow";
import { designerWords } from "./messages";
import { useWhoWords } from "./useWhoWords";

const ICONS: Record<string, React.ReactNode> = {
  ask: <AuditOutlined />,
  copy: <SendOutlined />,
  wait: <HourglassOutlined />,
  choice: <BranchesOutlined />,
  together: <PartitionOutlined />,
};

/** The steps approvals are made of. */
export function useApprovalKinds(object: BusinessObject | undefined): NodeKinds<NodeDraft> {
  const say = useSay(designerWords);
  const whoWords = useWhoWords(object);
  const words = {
    ask: "newAsk",
    copy: "newCopy",
    wait: "newWait",
    choice: "newChoice",
    together: "newTogether",
  } as const;
  return {
    offered: ["ask", "copy", "wait", "choice", "together"],
    icon: kind => ICONS[kind],
    label: kind => say(kind as NodeKind),
    describe: node => {
      if ("who" in node) return whoWords(node.who);
      if (node.kind !== "wait") return say(node.kind);
      return say(node.unit === "workingHours" ? "waitHours" : "waitDays", { many: node.many });
    },
    create: (kind, nodes) => {
      const shows = (object?.fields ?? [])
        .filter(field => field.name === object?.titleField || object?.headline.includes(field.name))
        .map(field => field.name);
      return newNode(kind as NodeKind, nodes, say(words[kind as NodeKind]), shows);
    },
    dividing: node => (node.kind === "together" ? "together" : "first"),
  };
}
