import { CertificatePart } from "./CertificatePart";
import { SealsPart } from "./SealsPart";
import "./signing.css";

/** The seals of the company, and the certificate in whose name papers are signed. */
export function SigningPanel() {
  return (
    <div className="settings-below">
      <SealsPart />
      <CertificatePart />
    </div>
  );
}
