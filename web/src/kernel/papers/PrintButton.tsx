import { DownOutlined, FilePdfOutlined } from "@ant-design/icons";
import { Button, Dropdown, Space } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { useOfferedLayouts } from "./layouts";
import { paperWords } from "./messages";

/** Prints by the standard; where there are other layouts, one can be chosen. */
export function PrintButton({ object, paper, label }: { object: string; paper: string; label: string }) {
  const say = useSay(paperWords);
  const offered = useOfferedLayouts(object);
  const button = (
    <Button icon={<FilePdfOutlined aria-hidden />} href={paper} target="_blank">
      {label}
    </Button>
  );
  if (offered.length < 2) return button;
  return (
    <Space.Compact>
      {button}
      <Dropdown
        trigger={["click"]}
        menu={{
          items: offered.flatMap(({ id, name, word }) => [
            {
              key: String(id),
              label: (
                <a href={`${paper}&layout=${id}`} target="_blank" rel="noreferrer">
                  {name}
                </a>
              ),
            },
            ...(word
              ? [
                  {
                    key: `${id}-word`,
                    label: <a href={`${wordOf(paper)}&layout=${id}`}>{say("asWord", { name })}</a>,
                  },
                ]
              : []),
          ]),
        }}
      >
        <Button icon={<DownOutlined aria-hidden />} aria-label={say("layout")} />
      </Dropdown>
    </Space.Compact>
  );
}

/** The address of the same paper as a Word file. */
const wordOf = (paper: string) => paper.replace("/paper?", "/paper/word?");
