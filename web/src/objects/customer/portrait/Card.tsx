import { type ReactNode, useId } from "react";

interface Props {
  title: ReactNode;
  /** Beside the title. */
  extra?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** One thing a portrait says. */
export function Card({ title, extra, wide, children }: Props) {
  const heading = useId();
  return (
    <section className={wide ? "portrait-card portrait-wide" : "portrait-card"} aria-labelledby={heading}>
      <header>
        <h3 id={heading}>{title}</h3>
        {extra}
      </header>
      {children}
    </section>
  );
}
