import type { ReactNode } from "react";
import "./empty-state.css";

/** Where there is nothing yet: what this is for, and the next step. */
export function EmptyState({
  title,
  text,
  children,
}: {
  title: ReactNode;
  text?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <h3>{title}</h3>
      {text && <p className="quiet">{text}</p>}
      {children && <div className="empty-state-steps">{children}</div>}
    </div>
  );
}
