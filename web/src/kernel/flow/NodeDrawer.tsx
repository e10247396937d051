import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { Alert, Button, Drawer, Input } from "antd";
import type { ReactNode } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { FormRow } from "~/ui/FormRow";
import type { NodeKinds } from "./kinds";
import { flowWords } from "./messages";
import { listAt, moved, placeOf, type TreeNode, type TreeWay } from "./tree";

interface Props<N extends TreeNode<N>> {
  object: BusinessObject;
  kinds: NodeKinds<N>;
  nodes: N[];
  node: N;
  /** One way of a node that divides. */
  way: number | null;
  fault?: string;
  /** What there is to set besides the name. */
  children: ReactNode;
  onChange: (change: (node: N) => N) => void;
  onMove: (nodes: N[]) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** A node, or one way of it, opened to be set. */
export function NodeDrawer<N extends TreeNode<N>>(props: Props<N>) {
  const { object, kinds, nodes, node, way, fault, children, onChange, onMove, onRemove, onClose } = props;
  const say = useSay(flowWords);
  const name = node.name || kinds.label(node.kind);
  const found = placeOf(nodes, node.id);
  const among = found ? listAt(nodes, found.place).length : 0;
  return (
    <Drawer
      open
      size={480}
      title={name}
      onClose={onClose}
      extra={
        way === null &&
        found && (
          <span className="flow-drawer-acts">
            <Button
              type="text"
              icon={<ArrowUpOutlined aria-hidden />}
              aria-label={say("moveUp", { name })}
              disabled={found.at === 0}
              onClick={() => onMove(moved(nodes, node.id, found.place, found.at - 1))}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined aria-hidden />}
              aria-label={say("moveDown", { name })}
              disabled={found.at === among - 1}
              onClick={() => onMove(moved(nodes, node.id, found.place, found.at + 2))}
            />
            <Button
              type="text"
              danger
              icon={<DeleteOutlined aria-hidden />}
              aria-label={say("removeNode", { name })}
              onClick={onRemove}
            />
          </span>
        )
      }
      footer={
        <Button type="primary" block onClick={onClose}>
          {say("close")}
        </Button>
      }
    >
      {fault && <Alert type="error" showIcon title={fault} />}
      {way === null || !node.ways ? (
        <>
          <FormRow id="node-name" label={say("nodeName")}>
            <Input
              id="node-name"
              maxLength={60}
              autoComplete="off"
              value={node.name}
              onChange={event => {
                const next = event.target.value;
                onChange(now => ({ ...now, name: next }));
              }}
            />
          </FormRow>
          {children}
        </>
      ) : (
        <WayForm
          object={object}
          first={kinds.dividing(node) === "first"}
          all={node.ways}
          at={way}
          onChange={change => onChange(now => (now.ways ? { ...now, ways: change(now.ways) } : now))}
          onClose={onClose}
        />
      )}
    </Drawer>
  );
}

interface WayProps<N> {
  object: BusinessObject;
  /** Is the first way taken that fits? */
  first: boolean;
  all: TreeWay<N>[];
  at: number;
  onChange: (change: (ways: TreeWay<N>[]) => TreeWay<N>[]) => void;
  onClose: () => void;
}

function WayForm<N>({ object, first, all, at, onChange: ways, onClose }: WayProps<N>) {
  const say = useSay(flowWords);
  const way = all[at];
  if (!way) return null;
  const otherwise = first && at === all.length - 1;
  const name = way.name || say("way", { place: at + 1 });
  const set = (part: Partial<typeof way>) =>
    ways(now => now.map((each, place) => (place === at ? { ...each, ...part } : each)));
  return (
    <>
      <FormRow id="way-name" label={say("wayName")}>
        <Input
          id="way-name"
          maxLength={60}
          autoComplete="off"
          placeholder={otherwise ? say("otherwise") : name}
          value={way.name}
          onChange={event => set({ name: event.target.value })}
        />
      </FormRow>
      {!otherwise && (
        <fieldset className="flow-when">
          <legend>{say("condition")}</legend>
          {first && <p className="quiet">{say("conditionText")}</p>}
          <FilterBuilder
            key={at}
            object={object}
            filter={way.condition}
            onChange={condition => set({ condition })}
          />
        </fieldset>
      )}
      {otherwise && <p className="quiet">{say("conditionText")}</p>}
      <div className="flow-drawer-acts">
        {at > 0 && !otherwise && (
          <Button
            icon={<ArrowUpOutlined aria-hidden />}
            onClick={() => {
              onClose();
              ways(now => {
                const next = [...now];
                [next[at - 1], next[at]] = [next[at], next[at - 1]] as [typeof way, typeof way];
                return next;
              });
            }}
          >
            {say("wayUp", { name })}
          </Button>
        )}
        {all.length > 2 && !otherwise && (
          <Button
            danger
            icon={<DeleteOutlined aria-hidden />}
            onClick={() => {
              onClose();
              ways(now => now.filter((_, place) => place !== at));
            }}
          >
            {say("removeWay", { name })}
          </Button>
        )}
      </div>
    </>
  );
}
