import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { KeptDashboard } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { useGo } from "~/kernel/navigation/navigation";
import { reportWords } from "./messages";

/** What reports and dashboards are kept as. */
export type KeptKind = "reports" | "dashboards";

/** What is told of everything that is kept. */
export type Kept = Omit<KeptDashboard, "tiles" | "filters">;

/** What it is called, where it lies, who finds it. */
export interface Naming {
  name: string;
  folder: string;
  shared: boolean;
}

export const keptKeys = {
  list: (kind: KeptKind) => [kind, "list"] as const,
  one: (kind: KeptKind, id: string) => [kind, "one", id] as const,
};

export const addressOfKept = (kind: KeptKind, id: number | string) => `/${kind}/${id}`;

/** Keeping, changing and deleting reports or dashboards. */
export function useKeeping<K extends Kept, C extends object>(kind: KeptKind) {
  const say = useSay(reportWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();
  const go = useGo();
  const listAgain = () => queries.invalidateQueries({ queryKey: keptKeys.list(kind) });

  const keeping = {
    async keep(naming: Naming, content: C): Promise<K> {
      const made = await api.post<K>(
        `/${kind}`,
        { ...naming, ...content },
        { said: say("saved", { name: naming.name }) },
      );
      await listAgain();
      return made;
    },

    async change(kept: Kept, change: Partial<Naming & C>): Promise<K> {
      const next = await api.patch<K>(
        `/${kind}/${kept.id}`,
        { ...change, version: kept.version },
        { said: say("saved", { name: change.name ?? kept.name }) },
      );
      queries.setQueryData(keptKeys.one(kind, String(kept.id)), next);
      await listAgain();
      return next;
    },

    /** Answers whether it is gone. */
    async remove(kept: Kept): Promise<boolean> {
      const sure = await modal.confirm({
        title: say("deleteSure", { name: kept.name }),
        content: say("deleteText"),
        okText: sayCommon("delete"),
        okButtonProps: { danger: true },
      });
      if (!sure) return false;
      return act(async () => {
        await api.delete(`/${kind}/${kept.id}?version=${kept.version}`, {
          said: say("deleted", { name: kept.name }),
        });
        await listAgain();
      });
    },

    /** What may be done with one that its reader may change; `onGone` is told before one leaves it. */
    menu(kept: Kept, onRename: () => void, onGone: () => void) {
      return [
        { key: "rename", label: say("rename"), onClick: onRename },
        {
          key: "share",
          label: say(kept.shared ? "unshare" : "share"),
          onClick: () =>
            void act(() => keeping.change(kept, { shared: !kept.shared } as Partial<Naming & C>)),
        },
        {
          key: "delete",
          danger: true,
          label: sayCommon("delete"),
          onClick: () =>
            void keeping.remove(kept).then(gone => {
              if (!gone) return;
              onGone();
              go(`/${kind}`, { replace: true });
            }),
        },
      ];
    },
  };
  return keeping;
}
