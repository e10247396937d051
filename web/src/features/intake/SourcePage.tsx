import { ArrowLeftOutlined } from "@ant-design/icons";
import { Skeleton, Tabs } from "antd";
import type { BusinessObject, IntakeQuestion, IntakeSource } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { EmptyState } from "~/ui/EmptyState";
import { Design } from "./Design";
import { firstQuestions, useSources } from "./intake";
import { MailboxState } from "./MailboxState";
import { mailQuestions } from "./mailbox";
import { mailWords } from "./mailMessages";
import { pageWords } from "./messages";
import { Publish } from "./Publish";
import { Submissions } from "./Submissions";
import "./intake.css";

type Kind = IntakeSource["kind"];
const NEW = new Map<string, Kind>([
  ["new-form", "form"],
  ["new-hook", "hook"],
  ["new-mail", "mail"],
]);
const NAMES = { form: "newForm", hook: "newHook", mail: "newMail" } as const;

/** One form, hook or mailbox: what it asks, where it stands, what came. */
export default function SourcePage({ params }: { params: Record<string, string> }) {
  const say = useSay(pageWords);
  const sayMail = useSay(mailWords);
  const sources = useSources();
  const object = useCatalog().objects.find(each => each.capabilities.includes("captured"));
  if (sources.isPending) return <Skeleton active />;
  if (!object) return <EmptyState title={say("none")} />;
  const kind = NEW.get(params.id ?? "") ?? null;
  const source = kind
    ? fresh(
        kind,
        object,
        say(NAMES[kind]),
        kind === "mail" ? mailQuestions(object, part => sayMail(part as "name")) : firstQuestions(object),
      )
    : sources.data?.items.find(each => String(each.id) === params.id);
  if (!source) return <EmptyState title={say("none")} />;
  return (
    <section className="page">
      <Link href="/intake" className="intake-back">
        <ArrowLeftOutlined aria-hidden /> {say("back")}
      </Link>
      <Tabs
        items={[
          {
            key: "design",
            label: say("design"),
            children: <Design key={`${source.id} ${source.version}`} source={source} object={object} />,
          },
          ...(kind
            ? []
            : [
                source.kind === "mail"
                  ? { key: "reading", label: say("reading"), children: <MailboxState source={source} /> }
                  : { key: "publish", label: say("publish"), children: <Publish source={source} /> },
                { key: "came", label: say("came"), children: <Submissions source={source} /> },
              ]),
        ]}
      />
    </section>
  );
}

function fresh(kind: Kind, object: BusinessObject, name: string, questions: IntakeQuestion[]): IntakeSource {
  return {
    id: 0,
    kind,
    name,
    object: object.name,
    active: true,
    version: 0,
    key: "",
    address: "",
    counts: {},
    mailbox: null,
    design: {
      heading: name,
      intro: null,
      button: null,
      thanks: null,
      redirect: null,
      questions,
      constants: object.fields.some(field => field.name === "source")
        ? { source: kind === "mail" ? "email" : "website" }
        : {},
    },
  };
}
