import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input, Switch } from "antd";
import { useId, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject, IntakeDesign, IntakeSource } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
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
  const refusalText = useRefusalText();
  const [name, setName] = useState(source.name);
  const [active, setActive] = useState(source.active);
  const [design, setDesign] = useState(source.design);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const errors = refusal instanceof Problem ? refusal.byField() : {};
  const form = source.kind === "form";
  const mail = source.kind === "mail";
  const { administrator } = useSession().user;
  const [account, setAccount] = useState(() => draftOf(source.mailbox));
  const put = (part: Partial<IntakeDesign>) => setDesign(now => ({ ...now, ...part }));

  async function save() {
    setBusy(true);
    setRefusal(null);
    const body = {
      name,
      active,
      ...design,
      constants: toWire(object, design.constants),
      ...(mail && administrator ? { mailbox: account } : {}),
      ...(source.id ? { version: source.version } : { kind: source.kind, object: source.object }),
    };
    const said = { said: say("saved", { name }) };
    try {
      const saved = source.id
        ? await api.put<IntakeSource>(`/intake/sources/${source.id}`, body, said)
        : await api.post<IntakeSource>("/intake/sources", body, said);
      await queries.invalidateQueries({ queryKey: sourcesKey });
      if (!source.id) go(`/intake/${saved.id}`, { replace: true });
    } catch (cause) {
      setRefusal(cause);
    }
    setBusy(false);
  }

  return (
    <div className={form ? "intake-design" : undefined}>
      <div className="intake-parts">
        {refusal !== null && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={Object.values(errors)[0] ?? refusalText(refusal)}
          />
        )}
        <Panel
          title={say(source.kind)}
          extra={
            <Button type="primary" loading={busy} disabled={!name.trim()} onClick={() => void save()}>
              {sayCommon("save")}
            </Button>
          }
        >
          <p className="intake-turn">
            <Switch id={`${id}-active`} checked={active} onChange={setActive} />
            <label htmlFor={`${id}-active`}>{say(active ? "on" : "off")}</label>
          </p>
          <FormRow id={`${id}-name`} label={say("name")} required error={errors.name}>
            <Input
              id={`${id}-name`}
              maxLength={100}
              value={name}
              onChange={event => setName(event.target.value)}
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
            onChange={part => setAccount(now => ({ ...now, ...part }))}
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
