import type { BusinessObject, Field, FieldKindName, View } from "~/kernel/api/contract";

/** The definitions that unit tests stand on; shaped as the server's catalog. */
export function field(name: string, kind: FieldKindName, more: Partial<Field> = {}): Field {
  return {
    name,
    label: name,
    kind,
    required: false,
    right: "edit",
    filterable: true,
    sortable: true,
    ...more,
  };
}

const verbs = {
  read: true,
  create: true,
  edit: true,
  delete: true,
  import: true,
  export: true,
  transfer: true,
};

export const customer: BusinessObject = {
  name: "customer",
  label: "客户",
  plural: "客户",
  application: "customers",
  titleField: "name",
  capabilities: ["owned", "followed", "discussed", "attached", "tagged"],
  verbs,
  commands: [],
  fields: [
    field("name", "text", { label: "客户名称", required: true }),
    field("level", "choice", {
      label: "等级",
      options: ["A", "B", "C", "D"].map(value => ({ value, label: value })),
    }),
    field("status", "choice", {
      label: "状态",
      options: [
        { value: "new", label: "新建" },
        { value: "won", label: "成交" },
      ],
    }),
    field("phone", "phone", { label: "电话" }),
    field("revenue", "money", { label: "年营收" }),
    field("employees", "integer", { label: "人数" }),
    field("nextContactAt", "dateTime", { label: "下次联系" }),
    field("tags", "tags", { label: "标签" }),
    field("owner", "user", { label: "负责人" }),
    field("parent", "reference", { label: "上级客户", targets: ["customer"] }),
    field("updatedAt", "dateTime", { label: "更新时间", right: "read", system: true }),
  ],
  sections: [{ label: "基本信息", fields: ["name", "level", "status", "phone"] }],
  list: {
    columns: ["name", "level", "status", "phone", "nextContactAt", "owner"],
    sort: [{ field: "updatedAt", descending: true }],
  },
  headline: ["level", "phone", "owner"],
  relations: [{ name: "contacts", object: "contact", field: "customer", label: "联系人", lines: false }],
};

export const contact: BusinessObject = {
  name: "contact",
  label: "联系人",
  plural: "联系人",
  application: "customers",
  titleField: "name",
  capabilities: ["owned"],
  verbs,
  commands: [],
  fields: [
    field("name", "text", { label: "姓名", required: true }),
    field("customer", "reference", { label: "客户", targets: ["customer"] }),
    field("primary", "boolean", { label: "主要联系人" }),
  ],
  sections: [],
  list: { columns: ["name", "customer"], sort: [] },
  headline: [],
  relations: [],
};

/** A view of customers that says nothing of itself. */
export const aView: View = {
  id: 1,
  name: "",
  builtin: false,
  mine: false,
  shared: false,
  pinned: false,
  position: 0,
  object: customer.name,
  kind: "table",
  filter: null,
  columns: [],
  sort: [],
  groupBy: null,
};
