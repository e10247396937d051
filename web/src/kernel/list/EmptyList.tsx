import { Button } from "antd";
import type { BusinessObject } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { EmptyState } from "~/ui/EmptyState";
import { listWords } from "./messages";

interface Props {
  object: BusinessObject;
  /** Something narrows the list down: then nothing matches, else nothing is there. */
  narrowed: boolean;
  onClear: () => void;
  onCreate: () => void;
}

/** Says what the list is for, or why it is empty, and the next step. */
export function EmptyList({ object, narrowed, onClear, onCreate }: Props) {
  const say = useSay(listWords);
  const sayCommon = useSay(common);
  const go = useGo();
  if (narrowed) {
    return (
      <EmptyState title={say("nothingMatches", { name: object.plural })} text={say("nothingMatchesNext")}>
        <Button onClick={onClear}>{say("clearAll")}</Button>
      </EmptyState>
    );
  }
  const mayFill = object.verbs.create || object.verbs.import;
  return (
    <EmptyState
      title={say("empty", { name: object.plural })}
      text={object.help ?? say(mayFill ? "emptyNext" : "emptyRead")}
    >
      {object.verbs.create && (
        <Button type="primary" onClick={onCreate}>
          {sayCommon("create")}
        </Button>
      )}
      {object.verbs.import && (
        <Button onClick={() => go(addressOf.import(object.name))}>{say("importFile")}</Button>
      )}
    </EmptyState>
  );
}
