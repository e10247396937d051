import { type ReactNode, useEffect } from "react";
import "./page.css";

interface PageProps {
  title: string;
  /** What this page is for, in a line. */
  text?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page that is not a list or a record: its name, what one can do with it, then the content. */
export function Page({ title, text, actions, children }: PageProps) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <section className="page">
      <header className="page-head">
        <div className="page-name">
          <h1>{title}</h1>
          {text && <p className="quiet">{text}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}

/** A surface on a page, with its own heading where it needs one. */
export function Panel({
  title,
  extra,
  children,
}: {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="panel">
      {(title || extra) && (
        <header className="panel-head">
          {title && <h2>{title}</h2>}
          {extra}
        </header>
      )}
      {children}
    </section>
  );
}
