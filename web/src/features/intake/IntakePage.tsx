import { PlusOutlined } from "@ant-design/icons";
import { Button, Skeleton, Tooltip } from "antd";
import type { IntakeSource } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Link, useGo } from "~/kernel/navigation/navigation";
import { useSession } from "~/kernel/session/session";
import { ColorTag } from "~/ui/ColorTag";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { useSources } from "./intake";
import { pageWords } from "./messages";

/** The ways by which records come from outside. */
export default function IntakePage() {
  const say = useSay(pageWords);
  const go = useGo();
  const { administrator } = useSession().user;
  const sources = useSources();
  const counted = (source: IntakeSource, ...states: string[]) =>
    states.reduce((sum, state) => sum + (source.counts[state] ?? 0), 0);
  const columns: DataColumn<IntakeSource>[] = [
    {
      key: "name",
      title: say("name"),
      lead: true,
      cell: source => <Link href={`/intake/${source.id}`}>{source.name}</Link>,
    },
    { key: "kind", title: say("kind"), cell: source => say(source.kind) },
    {
      key: "state",
      title: say("state"),
      cell: source => (
        <>
          <ColorTag color={source.active ? "green" : "gray"}>{say(source.active ? "on" : "off")}</ColorTag>{" "}
          {source.active && source.mailbox?.error && (
            <Tooltip title={source.mailbox.error}>
              <ColorTag color="red">{say("sick")}</ColorTag>
            </Tooltip>
          )}
        </>
      ),
    },
    {
      key: "became",
      title: say("became"),
      numeric: true,
      cell: source => `${counted(source, "created")} / ${counted(source, "enriched")}`,
    },
    {
      key: "trouble",
      title: say("trouble"),
      numeric: true,
      cell: source => counted(source, "failed", "spam"),
      faulty: source => counted(source, "failed") > 0,
    },
  ];
  return (
    <Page
      title={say("title")}
      text={say("text")}
      actions={
        <>
          {administrator && <Button onClick={() => go("/intake/new-mail")}>{say("newMail")}</Button>}
          <Button onClick={() => go("/intake/new-hook")}>{say("newHook")}</Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => go("/intake/new-form")}>
            {say("newForm")}
          </Button>
        </>
      }
    >
      {sources.isPending ? (
        <Skeleton active />
      ) : (
        <DataTable
          label={say("title")}
          columns={columns}
          rows={sources.data?.items ?? []}
          rowKey={source => source.id}
          empty={<EmptyState title={say("none")} text={say("noneText")} />}
        />
      )}
    </Page>
  );
}
