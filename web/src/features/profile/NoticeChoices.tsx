import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Checkbox, Skeleton } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { NoticeChoices as Choices } from "~/kernel/api/contract";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { Panel } from "~/ui/Page";
import { profileWords } from "./messages";

type Choice = Choices["items"][number];

/** How I want to be told of what. */
export function NoticeChoices() {
  const say = useSay(profileWords);
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const key = ["notice-choices", useLanguage()];
  const answer = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Choices>("/notifications/choices", signal),
  });
  if (answer.isPending) return <Skeleton active />;
  if (answer.isError) return <EmptyState title={answer.error.message} />;
  const { items, address, account } = answer.data;

  const choose = ({ kind, app, mail }: Choice) =>
    act(async () => {
      const chosen = await api.put<Choice>(`/notifications/choices/${kind}`, { app, mail }, { said: null });
      queries.setQueryData<Choices>(
        key,
        now => now && { ...now, items: now.items.map(one => (one.kind === kind ? chosen : one)) },
      );
    });

  return (
    <Panel title={say("notices")}>
      <p className="quiet profile-text">{say("noticesText")}</p>
      {items.some(({ places }) => places.length > 0) && (
        <p className="quiet profile-text">{say("placesText")}</p>
      )}
      {(!address || !account) && (
        <Alert
          type="info"
          showIcon
          title={say(address ? "noAccount" : "noAddress")}
          className="profile-text"
        />
      )}
      <table className="profile-choices">
        <thead>
          <tr>
            <th scope="col">{say("noticeKind")}</th>
            <th scope="col">{say("byApp")}</th>
            <th scope="col">{say("byMail")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(choice => (
            <tr key={choice.kind}>
              <th scope="row">
                {choice.label}
                {choice.places.length > 0 && (
                  <div className="quiet">{say("alsoIn", { places: choice.places.join(" · ") })}</div>
                )}
              </th>
              <td>
                <Checkbox
                  aria-label={say("byAppFor", { kind: choice.label })}
                  checked={choice.app}
                  disabled={busy}
                  onChange={event => void choose({ ...choice, app: event.target.checked })}
                />
              </td>
              <td>
                <Checkbox
                  aria-label={say("byMailFor", { kind: choice.label })}
                  checked={choice.mail}
                  disabled={busy || (!address && !choice.mail)}
                  onChange={event => void choose({ ...choice, mail: event.target.checked })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
