import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Select } from "antd";
import type { BusinessObject, IntakeQuestion, IntakeSource } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Panel } from "~/ui/Page";
import { fillable, freeKey, moved } from "./intake";
import { MAIL_PARTS } from "./mailbox";
import { mailWords } from "./mailMessages";
import { pageWords } from "./messages";

interface Props {
  /** A form asks people; a hook is told by another program; a mail has its parts. */
  kind: IntakeSource["kind"];
  object: BusinessObject;
  questions: IntakeQuestion[];
  errors: Record<string, string>;
  onChange: (questions: IntakeQuestion[]) => void;
}

/** What is asked, in order, and where each answer goes. */
export function Questions({ kind, object, questions, errors, onChange }: Props) {
  const say = useSay(pageWords);
  const sayMail = useSay(mailWords);
  const form = kind === "form";
  const parts = MAIL_PARTS.filter(part => !questions.some(question => question.key === part));
  const fields = fillable(object);
  const change = (at: number, part: Partial<IntakeQuestion>) =>
    onChange(questions.map((question, each) => (each === at ? { ...question, ...part } : question)));

  function add(hidden: boolean) {
    const part = kind === "mail" ? parts[0] : undefined;
    const key = part ?? freeKey(questions, hidden ? "utm_content" : "question");
    onChange([
      ...questions,
      {
        key,
        label: part ? sayMail(part) : hidden ? key : say("question"),
        help: null,
        required: false,
        field: null,
        parameter: hidden ? key : null,
      },
    ]);
  }

  return (
    <Panel
      title={kind === "mail" ? sayMail("parts") : say("questions")}
      extra={
        <>
          {form && (
            <Button type="text" onClick={() => add(true)}>
              {say("addHidden")}
            </Button>
          )}
          {(kind !== "mail" || parts.length > 0) && (
            <Button icon={<PlusOutlined />} onClick={() => add(false)}>
              {say("add")}
            </Button>
          )}
        </>
      }
    >
      <p className="quiet">
        {kind === "mail" ? sayMail("partsText") : say(form ? "questionsText" : "keysText")}
      </p>
      <ol className="intake-questions">
        {questions.map((question, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question has no other name that lasts while it is typed
          <li key={at}>
            <div className="intake-question">
              <Input
                aria-label={say("question")}
                maxLength={100}
                value={question.label}
                onChange={event => change(at, { label: event.target.value })}
              />
              {kind === "mail" && (
                <Select
                  aria-label={say("key")}
                  value={question.key}
                  options={MAIL_PARTS.filter(part => part === question.key || parts.includes(part)).map(
                    part => ({ value: part as string, label: sayMail(part) }),
                  )}
                  onChange={key => change(at, { key })}
                />
              )}
              {kind !== "mail" && (!form || question.parameter !== null) && (
                <Input
                  aria-label={say(form ? "parameter" : "key")}
                  addonBefore={form ? "?" : undefined}
                  maxLength={60}
                  value={form ? (question.parameter ?? "") : question.key}
                  onChange={event =>
                    change(
                      at,
                      form
                        ? { parameter: event.target.value, key: event.target.value }
                        : { key: event.target.value },
                    )
                  }
                />
              )}
              <Select
                aria-label={`${question.label} ${say("fills")}`}
                showSearch={{ optionFilterProp: "label" }}
                value={question.field ?? ""}
                options={[
                  { value: "", label: say("keeps") },
                  ...fields.map(field => ({ value: field.name, label: field.label })),
                ]}
                onChange={field => change(at, { field: field || null })}
              />
              {question.parameter === null && (
                <Checkbox
                  checked={question.required}
                  onChange={event => change(at, { required: event.target.checked })}
                >
                  {say("required")}
                </Checkbox>
              )}
              <span className="intake-acts">
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={say("up", { name: question.label })}
                  disabled={at === 0}
                  onClick={() => onChange(moved(questions, at, -1))}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined aria-hidden />}
                  aria-label={say("down", { name: question.label })}
                  disabled={at === questions.length - 1}
                  onClick={() => onChange(moved(questions, at, 1))}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={say("remove", { name: question.label })}
                  onClick={() => onChange(questions.filter((_, each) => each !== at))}
                />
              </span>
            </div>
            {form && question.parameter === null && (
              <Input
                size="small"
                variant="filled"
                aria-label={say("help")}
                placeholder={say("help")}
                maxLength={2000}
                value={question.help ?? ""}
                onChange={event => change(at, { help: event.target.value || null })}
              />
            )}
            {["key", "label", "field"].map(
              part =>
                errors[`questions[${at}].${part}`] && (
                  <span key={part} className="form-row-error" role="alert">
                    {errors[`questions[${at}].${part}`]}
                  </span>
                ),
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
