import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Skeleton, Tag } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type {
  BusinessObject,
  Draft,
  Labelled,
  Money,
  Proposal,
  Proposals,
  RecordData,
} from "~/kernel/api/contract";
import { digitsOf, useCurrencies } from "~/kernel/fields/money/currencies";
import { moneyText } from "~/kernel/fields/money/money";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import { recordKeys, refreshRecords, runCommand } from "~/kernel/records/records";
import { creditOf, standingOf } from "./bank";
import { bankWords } from "./messages";

const COLORS = { sure: "green", likely: "orange", unknown: "default" };

interface Props {
  object: BusinessObject;
  entry: RecordData;
  proposal: Proposal | undefined;
  pending: boolean;
}

/** Money that came in, whose it probably is and what it pays, and why. */
export function EntryCard({ object, entry, proposal: proposed, pending }: Props) {
  const say = useSay(bankWords);
  const queries = useQueryClient();
  const known = useCurrencies();
  const { busy, act } = useAct();
  const [chosen, setChosen] = useState<Labelled | null>(null);
  const [choosing, setChoosing] = useState(false);
  const asked = useQuery({
    queryKey: [...recordKeys.object(object.name), "proposals", entry.id, chosen?.id],
    queryFn: ({ signal }) =>
      api.ask<Proposals>("/receivables/proposals", { ids: [entry.id], customer: chosen?.id }, signal),
    enabled: chosen !== null,
  });
  const proposal = chosen ? asked.data?.items[0] : proposed;
  const amount = entry.amount as Money;
  const digits = digitsOf(known, amount.currency);
  const text = (value: string) => moneyText({ amount: value, currency: amount.currency });
  const standing = standingOf(proposal);
  const credit = proposal?.customer && proposal.terms.length > 0 && creditOf(entry, proposal, digits);
  const command = (name: string) => object.commands.find(each => each.name === name);
  const accept = command("accept");
  const ignore = command("ignore");

  const give = (named: typeof accept, input: Draft) =>
    act(async () => {
      if (!named) return;
      await runCommand(object.name, entry.id, named, input);
      await refreshRecords(queries);
    });

  return (
    <li className="bank-entry">
      <div className="bank-told">
        <Link href={addressOf.record(object.name, entry.id)} className="bank-amount">
          {moneyText(amount)}
        </Link>
        <span>{String(entry.day)}</span>
        <b>{entry.payer ? String(entry.payer) : say("noPayer")}</b>
        {entry.remark ? <span className="quiet">{String(entry.remark)}</span> : null}
        {entry.reference ? (
          <small className="quiet">
            {say("reference")} {String(entry.reference)}
          </small>
        ) : null}
      </div>
      <div className="bank-proposed">
        {pending || (chosen && asked.isPending) ? (
          <Skeleton active title={false} paragraph={{ rows: 2 }} />
        ) : (
          <>
            <p className="bank-whose">
              <Tag color={COLORS[standing]}>{say(standing)}</Tag>
              {proposal?.customer && (
                <Link href={addressOf.record("customer", proposal.customer.id)}>
                  {proposal.customer.label ?? `#${proposal.customer.id}`}
                </Link>
              )}
              <span className="quiet">{proposal?.whose}</span>
            </p>
            {proposal?.customer && (
              <>
                <p className="quiet">{proposal.what}</p>
                {proposal.terms.length > 0 && (
                  <ul className="bank-terms">
                    {proposal.terms.map(term => (
                      <li key={term.plan}>
                        <span>
                          <Link href={addressOf.record(term.bill.object, term.bill.id)}>
                            {term.bill.label ?? `#${term.bill.id}`}
                          </Link>{" "}
                          {term.name}
                          <small className="quiet">
                            {" "}
                            {say("due")} {term.dueDate}
                          </small>
                        </span>
                        <span className="number">{text(term.amount)}</span>
                      </li>
                    ))}
                  </ul>
                )}
                {credit && <p className="quiet">{say("credit", { amount: text(credit) })}</p>}
              </>
            )}
          </>
        )}
        {choosing && (
          <RecordPicker
            autoFocus
            id={`customer-${entry.id}`}
            object="customer"
            label={say("customer")}
            value={chosen ? [chosen] : []}
            onChange={([customer]) => {
              setChosen(customer ?? null);
              setChoosing(false);
            }}
          />
        )}
        <div className="bank-acts">
          {accept && proposal?.customer && (
            <Button
              type="primary"
              loading={busy}
              onClick={() =>
                void give(accept, {
                  customer: proposal.customer?.id,
                  terms: proposal.terms.map(({ plan, amount: part }) => ({ plan, amount: part })),
                })
              }
            >
              {say("accept")}
            </Button>
          )}
          {accept && (
            <Button disabled={busy} onClick={() => setChoosing(!choosing)}>
              {say(proposal?.customer ? "other" : "choose")}
            </Button>
          )}
          {accept && proposal?.customer && proposal.terms.length > 0 && (
            <Button
              type="text"
              disabled={busy}
              onClick={() => void give(accept, { customer: proposal.customer?.id, terms: [] })}
            >
              {say("asCredit")}
            </Button>
          )}
          {ignore && (
            <Button type="text" disabled={busy} onClick={() => void give(ignore, {})}>
              {say("ignore")}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}
