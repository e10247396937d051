import { Dropdown } from "antd";
import type { ReactNode } from "react";
import { Link } from "~/kernel/navigation/navigation";
import { type Contacts, contactsHref, type Narrowed } from "./portrait";

interface Props {
  contacts: Contacts;
  /** Which of the leads open what is counted. */
  sources: readonly string[];
  narrowed: Narrowed;
  className?: string;
  title?: string;
  label?: string;
  children: ReactNode;
}

/** Opens the contacts that a number was made of; what several sources know of opens as the list of one of them. */
export function ContactsLink({ contacts, sources, narrowed, className, title, label, children }: Props) {
  const leads = contacts.leads.filter(lead => sources.includes(lead.source));
  const [first, ...others] = leads;
  if (!first) return <span className={className}>{children}</span>;
  const href = contactsHref(first, narrowed);
  if (others.length === 0) {
    return (
      <Link href={href} className={className} title={title} aria-label={label}>
        {children}
      </Link>
    );
  }
  const items = leads.map(lead => ({
    key: lead.source,
    label: <Link href={contactsHref(lead, narrowed)}>{lead.label}</Link>,
  }));
  return (
    <Dropdown menu={{ items }} trigger={["click"]}>
      <button type="button" className={`portrait-choice ${className ?? ""}`} title={title} aria-label={label}>
        {children}
      </button>
    </Dropdown>
  );
}
