import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { DataTable } from "~/ui/DataTable";
import { ObjectIcon } from "~/ui/ObjectIcon";
import { Page, Panel } from "~/ui/Page";
import { designWords } from "./messages";
import "./objects.css";

/** Every object there is, to be opened and changed. */
export default function ObjectsPage() {
  return (
    <AdministratorsOnly>
      <Objects />
    </AdministratorsOnly>
  );
}

function Objects() {
  const say = useSay(designWords);
  const catalog = useCatalog();
  return (
    <Page title={say("objects")} text={say("objectsText")}>
      <Panel>
        <DataTable
          label={say("objects")}
          rows={catalog.objects}
          rowKey={({ name }) => name}
          columns={[
            {
              key: "object",
              title: say("object"),
              lead: true,
              cell: ({ name, label, icon }) => (
                <Link className="design-object" href={addressOf.settings(`objects/${name}`)}>
                  <ObjectIcon name={icon} />
                  {label}
                </Link>
              ),
            },
            { key: "name", title: say("name"), cell: ({ name }) => <code>{name}</code> },
            {
              key: "own",
              title: say("own"),
              numeric: true,
              cell: ({ fields }) => fields.filter(({ name }) => name.startsWith("c_")).length,
            },
            { key: "fields", title: say("fieldCount"), numeric: true, cell: ({ fields }) => fields.length },
          ]}
        />
      </Panel>
    </Page>
  );
}
