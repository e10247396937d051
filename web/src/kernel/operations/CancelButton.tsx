import { Button } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { useSay } from "~/kernel/i18n/language";
import { operationWords } from "./messages";

/** Asks work in the background to stop. */
export function CancelButton({ name, onCancel }: { name: string; onCancel: () => Promise<unknown> }) {
  const say = useSay(operationWords);
  const { busy, act } = useAct();
  return (
    <Button size="small" loading={busy} aria-label={say("cancelOf", { name })} onClick={() => act(onCancel)}>
      {say("cancel")}
    </Button>
  );
}
