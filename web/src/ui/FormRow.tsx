import type { ReactNode } from "react";
import "./form-row.css";

interface FormRowProps {
  id: string;
  label: ReactNode;
  required?: boolean;
  help?: ReactNode;
  error?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** A label above its input, and below it the rule, or in its place the error. */
export function FormRow({ id, label, required, help, error, wide, children }: FormRowProps) {
  return (
    <div className={wide ? "form-row form-row-wide" : "form-row"}>
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="form-row-required" aria-hidden="true">
            *
          </span>
        )}
      </label>
      {children}
      <div id={`${id}-note`} className={error ? "form-row-error" : "form-row-help"} aria-live="polite">
        {error ?? help}
      </div>
    </div>
  );
}
