import { Drawer } from "antd";
import { nameOfRef, schemaNamed } from "./openApi";
import { SchemaTable, useReading } from "./SchemaTable";

/** A named shape, opened from wherever it is spoken of. */
export function SchemaDrawer({ name, onClose }: { name: string; onClose: () => void }) {
  const { api } = useReading();
  const schema = schemaNamed(api, name);
  return (
    <Drawer
      open
      title={<code>{nameOfRef(name)}</code>}
      size={720}
      onClose={onClose}
      styles={{ wrapper: { maxWidth: "100vw" } }}
    >
      <div className="schema-drawer">
        {schema?.properties && schema.description && <p>{schema.description}</p>}
        {schema && <SchemaTable label={name} schema={schema} />}
      </div>
    </Drawer>
  );
}
