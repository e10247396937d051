import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { addressOfConversation } from "~/kernel/conversations/conversations";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState, useGo } from "~/kernel/navigation/navigation";
import { SearchBox } from "~/ui/SearchBox";
import { useNarrow } from "~/ui/useNarrow";
import { BeginDialog } from "./BeginDialog";
import { ConversationList } from "./ConversationList";
import { FoundList } from "./FoundList";
import { chatWords } from "./messages";
import { Thread } from "./Thread";
import "./conversations.css";

/** What I and my colleagues say to each other: the list, and the one that is open. */
export default function ConversationsPage() {
  const say = useSay(chatWords);
  const narrow = useNarrow();
  const go = useGo();
  const [address, change] = useAddressState();
  const [beginning, setBeginning] = useState(false);
  const words = address.q ?? "";
  const within = address.within ?? null;
  const open = address.open ? Number(address.open) : null;
  useEffect(() => {
    document.title = say("title");
  }, [say]);
  return (
    <section className="chat" data-narrow={narrow}>
      {!(narrow && open !== null) && (
        <div className="chat-side">
          <header className="chat-side-head">
            <h1>{say("title")}</h1>
            <Button
              type="text"
              icon={<EditOutlined aria-hidden />}
              aria-label={say("start")}
              title={say("start")}
              onClick={() => setBeginning(true)}
            />
          </header>
          <SearchBox
            className="chat-find"
            label={say("findAnywhere")}
            value={words}
            onChange={text => change({ q: text || null })}
          />
          {words.trim() ? (
            <FoundList
              words={words.trim()}
              open={open}
              onOpen={(id, within) => change({ open: String(id), within })}
            />
          ) : (
            <ConversationList
              open={open}
              onOpen={id => change({ open: String(id), within: null })}
              onBegin={() => setBeginning(true)}
            />
          )}
        </div>
      )}
      {open === null ? (
        !narrow && <p className="quiet chat-hint">{say("choose")}</p>
      ) : (
        <Thread
          key={`${open} ${within}`}
          id={open}
          within={within}
          onBack={narrow ? () => change({ open: null, within: null }) : null}
        />
      )}
      {beginning && (
        <BeginDialog
          onClose={() => setBeginning(false)}
          onBegun={id => {
            setBeginning(false);
            go(addressOfConversation(id));
          }}
        />
      )}
    </section>
  );
}
