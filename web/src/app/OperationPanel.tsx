import { lazy, Suspense, useState } from "react";
import type { Operation } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { usePath } from "~/kernel/navigation/navigation";
import { useSession } from "~/kernel/session/session";
import { useStream } from "~/kernel/stream/stream";
import { shellWords } from "./messages";

const OperationLine = lazy(() => import("./OperationLine"));

/** Long work of one's own: how far it is, wherever one goes meanwhile, and how it ended. */
export function OperationPanel() {
  const say = useSay(shellWords);
  const { user } = useSession();
  const path = usePath();
  const [operations, setOperations] = useState<Operation[]>([]);

  useStream("operation", operation => {
    if (operation.by?.id !== user.id) return;
    setOperations(now => {
      const known = now.some(one => one.id === operation.id);
      if (!known && operation.status !== "running") return now;
      return known ? now.map(one => (one.id === operation.id ? operation : one)) : [...now, operation];
    });
  });

  // The import page shows its own progress.
  const shown = operations.filter(one => !(one.kind === "import" && path.startsWith("/import/")));
  if (shown.length === 0) return null;
  return (
    <section className="operations" aria-label={say("running")} aria-live="polite">
      <Suspense>
        {shown.map(operation => (
          <OperationLine
            key={operation.id}
            operation={operation}
            onClose={() => setOperations(now => now.filter(one => one.id !== operation.id))}
          />
        ))}
      </Suspense>
    </section>
  );
}
