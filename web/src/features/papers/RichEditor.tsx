import {
  BoldOutlined,
  FontSizeOutlined,
  ItalicOutlined,
  OrderedListOutlined,
  UnderlineOutlined,
  UnorderedListOutlined,
} from "@ant-design/icons";
import { Node } from "@tiptap/core";
import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { Button } from "antd";
import type { ReactNode } from "react";
import { cleanHtml } from "~/kernel/fields/richText/html";
import { useSay } from "~/kernel/i18n/language";
import { type Name, withChips, withoutChips } from "./layouts";
import { NamePicker } from "./MergeInput";
import { papersWords } from "./messages";

interface Props {
  label: string;
  value: string;
  names: Name[];
  invalid: boolean;
  onChange: (html: string) => void;
}

/** A value's name, that is one thing and not letters. */
const Merge = Node.create<{ labels: Map<string, string> }>({
  name: "merge",
  group: "inline",
  inline: true,
  atom: true,
  addOptions: () => ({ labels: new Map() }),
  addAttributes: () => ({
    name: { default: "", parseHTML: element => element.getAttribute("data-merge") },
  }),
  parseHTML: () => [{ tag: "span[data-merge]" }],
  renderHTML({ node }) {
    const name = String(node.attrs.name);
    const label = this.options.labels.get(name);
    return [
      "span",
      { "data-merge": name, class: label ? "merge-chip" : "merge-chip merge-chip-unknown" },
      label ?? name,
    ];
  },
});

/** Formatted text with values as chips. */
export default function RichEditor({ label, value, names, invalid, onChange }: Props) {
  const say = useSay(papersWords);
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3] },
        code: false,
        codeBlock: false,
        horizontalRule: false,
      }),
      Merge.configure({ labels: new Map(names.map(name => [name.value, name.label])) }),
    ],
    content: withChips(cleanHtml(value)),
    editorProps: {
      attributes: { class: "rich-text-page", role: "textbox", "aria-multiline": "true", "aria-label": label },
      transformPastedHTML: cleanHtml,
    },
    onUpdate: ({ editor: now }) => onChange(now.isEmpty ? "" : withoutChips(now.getHTML())),
  });
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      underline: now.isActive("underline"),
      heading: now.isActive("heading"),
      bulleted: now.isActive("bulletList"),
      numbered: now.isActive("orderedList"),
    }),
  });
  const tool = (name: string, active: boolean, icon: ReactNode, act: () => void) => (
    <Button
      type="text"
      size="small"
      icon={icon}
      aria-label={name}
      aria-pressed={active}
      title={name}
      className={active ? "rich-tool-on" : undefined}
      onMouseDown={event => event.preventDefault()}
      onClick={act}
    />
  );
  const chain = () => editor.chain().focus();
  return (
    <div className="rich-text" data-invalid={invalid}>
      <div className="rich-text-tools" role="toolbar" aria-label={label}>
        {tool(say("bold"), on.bold, <BoldOutlined />, () => chain().toggleBold().run())}
        {tool(say("italic"), on.italic, <ItalicOutlined />, () => chain().toggleItalic().run())}
        {tool(say("underline"), on.underline, <UnderlineOutlined />, () => chain().toggleUnderline().run())}
        {tool(say("headingTool"), on.heading, <FontSizeOutlined />, () =>
          chain().toggleHeading({ level: 2 }).run(),
        )}
        {tool(say("bulleted"), on.bulleted, <UnorderedListOutlined />, () =>
          chain().toggleBulletList().run(),
        )}
        {tool(say("numbered"), on.numbered, <OrderedListOutlined />, () => chain().toggleOrderedList().run())}
        <NamePicker
          names={names}
          onPick={name => chain().insertContent({ type: "merge", attrs: { name } }).run()}
        />
      </div>
      <EditorContent editor={editor} />
    </div>
  );
}
