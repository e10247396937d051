import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { Problem, Unreachable } from "~/kernel/api/problem";
import { useSay } from "~/kernel/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { shellWords } from "./messages";
import { NotFound } from "./NotFound";

/** What stands in place of a page that could not be shown, and what one can do about it. */
export function PageFailure({ error, reset }: { error: unknown; reset: () => void }) {
  const say = useSay(shellWords);
  const router = useRouter();

  function retry() {
    reset();
    void router.invalidate();
  }

  if (error instanceof Problem && error.status === 404) return <NotFound />;
  if (error instanceof Problem && error.status === 403) {
    return <EmptyState title={say("deniedTitle")} text={`${error.message} ${say("deniedText")}`} />;
  }
  if (error instanceof Unreachable || (error instanceof Problem && error.status === 503)) {
    return (
      <EmptyState title={say("unreachableTitle")} text={say("unreachableText")}>
        <Button onClick={retry}>{say("retry")}</Button>
      </EmptyState>
    );
  }
  if (isMissingCode(error)) {
    return (
      <EmptyState title={say("failedNewVersion")}>
        <Button type="primary" onClick={() => window.location.reload()}>
          {say("reload")}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={say("failedTitle")} text={say("failedText")}>
      <Button onClick={retry}>{say("retry")}</Button>
      <p className="quiet" style={{ textAlign: "center" }}>
        {error instanceof Problem && error.requestId
          ? say("requestId", { id: error.requestId })
          : String(error)}
      </p>
    </EmptyState>
  );
}

/** After an update the pages of the old version are gone from the server. */
function isMissingCode(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
}
