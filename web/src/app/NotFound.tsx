import { Button } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { EmptyState } from "~/ui/EmptyState";
import { shellWords } from "./messages";

/** For what is not there or may not be seen; the two look the same on purpose. */
export function NotFound() {
  const say = useSay(shellWords);
  const go = useGo();
  return (
    <EmptyState title={say("notFoundTitle")} text={say("notFoundText")}>
      <Button onClick={() => go(addressOf.home)}>{say("goHome")}</Button>
    </EmptyState>
  );
}
