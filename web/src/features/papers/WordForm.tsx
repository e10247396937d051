import { DownloadOutlined, FileWordOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input, Skeleton, Typography } from "antd";
import { useMemo, useState } from "react";
import { api } from "~/kernel/api/api";
import type { BusinessObject } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { layoutsKey } from "~/kernel/papers/layouts";
import { linesOf, type Name, type WordBlock, type WordLayout } from "./layouts";
import { papersWords } from "./messages";
import { Points, WordUpload } from "./WordUpload";

interface Props {
  object: BusinessObject;
  word: WordBlock;
  names: Name[];
  errors: string[];
  onChange: (word: WordBlock) => void;
}

/** A layout that is a Word file: what it speaks of, what of it the PDF does not have, and the names there are. */
export function WordForm({ object, word, names, errors, onChange }: Props) {
  const say = useSay(papersWords);
  const language = useLanguage();
  const catalog = useCatalog();
  const queries = useQueryClient();
  const key = (file: number) => [...layoutsKey, "word", object.name, file, language];
  const told = useQuery({
    queryKey: key(word.file),
    queryFn: ({ signal }) => api.get<WordLayout>(`/paper-layouts/word/${object.name}/${word.file}`, signal),
  });
  const all = useMemo(() => {
    const lines = linesOf(catalog, object).flatMap(relation => [
      { value: `${relation.name}.#`, label: say("rowNumber"), group: relation.label, field: null },
      ...relation.fields.map(field => ({
        value: `${relation.name}.${field.name}`,
        label: field.label,
        group: relation.label,
        field,
      })),
    ]);
    return [...names, ...lines];
  }, [catalog, object, names, say]);
  const labelOf = (value: string) => {
    const name = all.find(each => each.value === value);
    return name ? `${name.group} · ${name.label}` : value;
  };
  const used = told.data
    ? [
        ...told.data.values,
        ...told.data.lines.flatMap(list => list.columns.map(column => `${list.relation}.${column}`)),
      ]
    : [];
  return (
    <section className="word-form" aria-label={say("word")}>
      <div className="word-file">
        <FileWordOutlined aria-hidden />
        <strong>{told.data?.name ?? word.name}</strong>
        <Button
          size="small"
          type="link"
          icon={<DownloadOutlined aria-hidden />}
          href={`/api/paper-layouts/word/${object.name}/${word.file}/content`}
        >
          {say("wordDownload")}
        </Button>
      </div>
      {errors.length > 0 && (
        <Alert type="error" showIcon title={say("wordFaults")} description={<Points texts={errors} />} />
      )}
      <WordUpload
        object={object.name}
        label={say("wordReplace")}
        onTaken={next => {
          queries.setQueryData(key(next.file), next);
          onChange({ kind: "word", file: next.file, name: next.name });
        }}
      />
      {told.isPending && <Skeleton active />}
      {told.data && told.data.losses.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={say("wordLosses")}
          description={<Points texts={told.data.losses} />}
        />
      )}
      {told.data && (
        <section aria-labelledby="word-used">
          <h3 id="word-used">{say("wordUsed", { count: used.length })}</h3>
          {used.length === 0 && <p className="quiet">{say("wordUsedNone")}</p>}
          <ul className="word-used">
            {used.map(value => (
              <li key={value}>{labelOf(value)}</li>
            ))}
          </ul>
        </section>
      )}
      <NameList names={all} />
    </section>
  );
}

/** Every name there is, to be copied into Word. */
function NameList({ names }: { names: Name[] }) {
  const say = useSay(papersWords);
  const language = useLanguage();
  const [asked, setAsked] = useState("");
  const needle = asked.trim().toLowerCase();
  const shown = names.filter(name =>
    `${name.group} ${name.label} ${name.value}`.toLowerCase().includes(needle),
  );
  const groups = [...new Set(shown.map(name => name.group))];
  return (
    <section aria-labelledby="word-names">
      <h3 id="word-names">{say("wordNames")}</h3>
      <p className="quiet">
        {say("wordNamesHelp", { total: language === "zh-CN" ? "{total:大写}" : "{total:capitals}" })}
      </p>
      <Input.Search
        aria-label={say("wordSearch")}
        placeholder={say("wordSearch")}
        allowClear
        value={asked}
        onChange={event => setAsked(event.target.value)}
      />
      <div className="word-names">
        {groups.map(group => (
          <details key={group} open={needle !== "" || groups.length === 1}>
            <summary>{group}</summary>
            <ul>
              {shown
                .filter(name => name.group === group)
                .map(name => (
                  <li key={name.value}>
                    <span>{name.label}</span>
                    <Typography.Text code copyable>{`{${name.value}}`}</Typography.Text>
                  </li>
                ))}
            </ul>
          </details>
        ))}
        {shown.length === 0 && <p className="quiet">{say("wordNoName")}</p>}
      </div>
    </section>
  );
}
