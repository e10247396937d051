import { Collapse } from "antd";
import { useSay } from "~/kernel/i18n/language";
import type { Vocabulary } from "./formulaCheck";
import { formulaWords } from "./words";

const GROUPS = ["logic", "numbers", "texts", "times"] as const;

/** Every function with how it is written and what it gives, under its names in both languages. */
export function FormulaHelp({ functions }: { functions: Vocabulary["functions"] }) {
  const say = useSay(formulaWords);
  return (
    <Collapse
      size="small"
      items={[
        {
          key: "help",
          label: say("help"),
          children: (
            <div className="formula-help">
              <p>{say("operators")}</p>
              {GROUPS.map(group => (
                <section key={group}>
                  <h4>{say(group)}</h4>
                  <dl>
                    {functions
                      .filter(each => each.group === group)
                      .map(each => (
                        <div key={each.english}>
                          <dt>
                            <code>{each.use}</code>
                          </dt>
                          <dd>
                            {each.help}{" "}
                            <span className="quiet">
                              {each.chinese} · {each.english}
                            </span>
                          </dd>
                        </div>
                      ))}
                  </dl>
                </section>
              ))}
            </div>
          ),
        },
      ]}
    />
  );
}
