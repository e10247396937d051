import { ArrowLeftOutlined, DeleteOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import type { ReactNode } from "react";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { Page } from "~/ui/Page";
import { editingWords } from "./messages";
import { Refused } from "./Refused";
import type { Editing } from "./useEditing";

interface Props {
  title: string;
  text?: ReactNode;
  editing: Pick<Editing<object>, "busy" | "refusal">;
  /** Said in place of the refusal's own sentence. */
  why?: string | undefined;
  /** Absent where there is nothing to save. */
  onSave?: (() => unknown) | undefined;
  /** Not yet so that it can be saved. */
  unfinished?: boolean;
  /** Back to where it was chosen. */
  onClose?: () => void;
  removal?: { label: string; ask: string; text?: string; act: () => Promise<unknown> } | null;
  /** Beside saving. */
  acts?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A page on which one thing is edited: the way back, removing it, saving it, and why it was not saved. */
export function EditingPage(props: Props) {
  const { editing, unfinished, onSave, onClose, removal, acts, className = "flow" } = props;
  const say = useSay(editingWords);
  const sayCommon = useSay(common);
  const { modal } = App.useApp();
  const remove = ({ label, ask, text, act }: NonNullable<Props["removal"]>) =>
    modal.confirm({ title: ask, content: text, okText: label, okButtonProps: { danger: true }, onOk: act });
  return (
    <Page
      title={props.title}
      text={props.text}
      actions={
        <>
          {onClose && (
            <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={onClose}>
              {say("backToList")}
            </Button>
          )}
          {removal && (
            <Button
              danger
              icon={<DeleteOutlined aria-hidden />}
              aria-label={removal.label}
              title={removal.label}
              onClick={() => remove(removal)}
            />
          )}
          {acts}
          {onSave && (
            <Button type="primary" loading={editing.busy} disabled={unfinished} onClick={() => onSave()}>
              {sayCommon("save")}
            </Button>
          )}
        </>
      }
    >
      <div className={className}>
        <Refused refusal={editing.refusal} why={props.why} />
        {props.children}
      </div>
    </Page>
  );
}
