import type { ReactNode } from "react";
import { CompanyMark } from "~/kernel/session/CompanyMark";
import "./door.css";

/** The frame of the pages before the sign-in. */
export function Door({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <main className="door">
      <div className="door-panel">
        <CompanyMark size={40} />
        <h1>{title}</h1>
        {text && <p className="quiet">{text}</p>}
        {children}
      </div>
    </main>
  );
}
