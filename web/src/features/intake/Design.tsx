import { useQueryClient } from "@tanstack/react-query";
import { Button, Input, Switch } from "antd";
import { useId } from "react";
import { api } from "~/kernel/api/api";
import type { BusinessObject, IntakeDesign, IntakeSource } from "~/kernel/api/contract";
import { Refused } from "~/kernel/editing/Refused";
import { useEditing } from "~/kernel/editing/useEditing";
import { toWire } from "~/kernel/fields/registry";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { useGo } from "~/kernel/navigation/navigation";
import { useSession } from "~/kernel/session/session";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { Constants } from "./Constants";
import { sourcesKey } from "./intake";
import { MailboxAccount } from "./MailboxAccount";
import { draftOf } from "./mailbox";
import { mailWords } from "./mailMessages";
import { pageWords } from "./messages";
import { Questions } from "./Questions";

const TEXTS = ["heading", "intro", "button", "thanks", "redirect"] as const;
const LONG = new Set(["intro", "thanks"]);

/** What a form, a hook or a mailbox asks, and what every record from it gets. */
export function Design({ source, object }: { source: IntakeSource; object: BusinessObject }) {
  const say = useSay(pageWords);
  const sayMail = useSay(mailWords);
  const sayCommon = useSay(common);
  const id = useId();
  const go = useGo();
  const queries = useQueryClient();
  const editing = useEditing(() => ({
    name: source.name,
    active: source.active,
    design: source.design,
    account: draftOf(source.mailbox),
  }));
  const { draft, set, setDraft, errors } = editing;
  const { name, active, design, account } = draft;
  const form = source.kind === "form";
  const mail = source.kind === "mail";
  const { administrator } = useSession().user;
  const put = (part: Partial<IntakeDesign>) =>
    setDraft(now => ({ ...now, design: { ...now.design, ...part } }));

  function save() {
    const body = {
      name,
      active,
      ...design,
      constants: toWire(object, design.constants),
      ...(mail && administrator ? { mailbox: account } : {}),
      ...(source.id ? { version: source.version } : { kind: source.kind, object: source.object }),
    };
    const said = { said: say("saved", { name }) };
    return editing.keep(
      async () => {
        const saved = source.id
          ? await api.put<IntakeSource>(`/intake/sources/${source.id}`, body, said)
          : await api.post<IntakeSource>("/intake/sources", body, said);
        await queries.invalidateQueries({ queryKey: sourcesKey });
        return saved.id;
      },
      id => source.id || go(`/intake/${id}`, { replace: true }),
    );
  }

  return (
    <div className={form ? "intake-design" : undefined}>
      <div className="intake-parts">
        <Refused refusal={editing.refusal} why={Object.values(errors)[0]} />
        <Panel
          title={say(source.kind)}
          extra={
            <Button type="primary" loading={editing.busy} disabled={!name.trim()} onClick={() => void save()}>
              {sayCommon("save")}
            </Button>
          }
        >
          <p className="intake-turn">
            <Switch id={`${id}-active`} checked={active} onChange={on => set({ active: on })} />
            <label htmlFor={`${id}-active`}>{say(active ? "on" : "off")}</label>
          </p>
          <FormRow id={`${id}-name`} label={say("name")} required error={errors.name}>
            <Input
              id={`${id}-name`}
              maxLength={100}
              value={name}
              onChange={event => set({ name: event.target.value })}
            />
          </FormRow>
          {form &&
            TEXTS.map(key => (
              <FormRow
                key={key}
                id={`${id}-${key}`}
                label={say(key)}
                help={key === "redirect" ? say("redirectHelp") : undefined}
                error={errors[key]}
              >
                {LONG.has(key) ? (
                  <Input.TextArea
                    id={`${id}-${key}`}
                    autoSize={{ minRows: 2 }}
                    maxLength={2000}
                    value={design[key] ?? ""}
                    onChange={event => put({ [key]: event.target.value || null })}
                  />
                ) : (
                  <Input
                    id={`${id}-${key}`}
                    maxLength={key === "redirect" ? 2000 : key === "button" ? 60 : 100}
                    placeholder={key === "redirect" ? "https://" : undefined}
                    value={design[key] ?? ""}
                    onChange={event => put({ [key]: event.target.value || (key === "heading" ? "" : null) })}
                  />
                )}
              </FormRow>
            ))}
        </Panel>
        {mail && administrator && (
          <MailboxAccount
            source={source}
            account={account}
            errors={errors}
            onChange={part => setDraft(now => ({ ...now, account: { ...now.account, ...part } }))}
          />
        )}
        {mail && !administrator && <p className="quiet">{sayMail("administrators")}</p>}
        <Questions
          kind={source.kind}
          object={object}
          questions={design.questions}
          errors={errors}
          onChange={questions => put({ questions })}
        />
        <Constants
          object={object}
          constants={design.constants}
          errors={errors}
          onChange={constants => put({ constants })}
        />
      </div>
      {form && (
        <Panel title={say("preview")}>
          {source.id > 0 && source.active ? (
            <iframe className="intake-preview" title={say("preview")} src={`/f/${source.key}`} />
          ) : (
            <p className="quiet">{say("saveFirst")}</p>
          )}
        </Panel>
      )}
    </div>
  );
}
