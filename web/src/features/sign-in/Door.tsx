import type { ReactNode } from "react";
import "./door.css";

/** The frame of the pages before the sign-in. */
export function Door({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <main className="door">
      <div className="door-panel">
        <img src="/icon.svg" alt="" width={40} height={40} />
        <h1>{title}</h1>
        {text && <p className="quiet">{text}</p>}
        {children}
      </div>
    </main>
  );
}
