import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { fieldOf, useObject } from "~/kernel/catalog/catalog";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { useSay } from "~/kernel/i18n/language";
import { RelatedList } from "~/kernel/record/related/RelatedList";
import { childrenOf } from "~/kernel/record/related/relations";
import { useAggregate } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { customerWords } from "../messages";

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** The claims for expenses that were made for a customer, of those one may see, and what they come to. */
export default function ExpensesTab({ object, record }: Props) {
  const expense = useObject("expense");
  return expense ? <Claims object={object} record={record} expense={expense} /> : null;
}

function Claims({ object, record, expense }: Props & { expense: BusinessObject }) {
  const say = useSay(customerWords);
  const { currency } = useSession().settings;
  const total = fieldOf(expense, "total");
  const summed = total !== undefined && total.right !== "masked";
  const sums = useAggregate("expense", {
    filter: childrenOf(expense, "customer", { object: object.name, id: record.id }),
    measures: [{ function: "count" }, ...(summed ? [{ function: "sum" as const, field: "total" }] : [])],
  });
  const { count = 0, sum_total: sum } = sums.data?.totals ?? {};
  return (
    <>
      {Number(count) > 0 && (
        <p className="quiet" style={{ marginBlockEnd: 8 }}>
          {say("expensesCount", { count: Number(count) })}
          {summed && sum !== null && sum !== undefined && (
            <>
              {" · "}
              {say("expensesSum")}{" "}
              <FieldCell field={total} value={{ amount: String(sum), currency }} object="expense" />
            </>
          )}
        </p>
      )}
      <RelatedList
        object={object}
        record={record}
        relation={{
          name: "expenses",
          object: "expense",
          field: "customer",
          label: say("expenses"),
          lines: false,
        }}
      />
    </>
  );
}
