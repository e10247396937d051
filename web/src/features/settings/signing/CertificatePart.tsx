import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Skeleton } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { Page } from "~/kernel/api/contract";
import type { components } from "~/kernel/api/wire";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { FormRow } from "~/ui/FormRow";
import { FileChoice } from "./FileChoice";
import { sealWords } from "./messages";

type Certificate = components["schemas"]["SigningCertificate"];

const certificateKey = ["signing", "certificate"] as const;

/** Who signs for the company, and how to bring an authority's certificate. */
export function CertificatePart() {
  const say = useSay(sealWords);
  const [bringing, setBringing] = useState(false);
  const answer = useQuery({
    queryKey: certificateKey,
    queryFn: ({ signal }) => api.get<Page<Certificate>>("/signing/certificate", signal),
  });
  const certificate = answer.data?.items[0];
  return (
    <section className="certificate" aria-label={say("certificate")}>
      <h3>{say("certificate")}</h3>
      <p className="quiet">{say("certificateHelp")}</p>
      {answer.isPending && <Skeleton active paragraph={{ rows: 2 }} title={false} />}
      {answer.data && !certificate && <p>{say("notYet")}</p>}
      {certificate && (
        <div className="certificate-card">
          <strong>{certificate.subject}</strong>
          <span>{certificate.own ? say("own") : say("issued", { issuer: certificate.issuer })}</span>
          <span className="quiet number">
            {say("validity", {
              from: wallTime(certificate.from).slice(0, 10),
              until: wallTime(certificate.until).slice(0, 10),
            })}
          </span>
          <span className="quiet certificate-print">
            {say("fingerprint")} {certificate.fingerprint}
          </span>
        </div>
      )}
      <Button onClick={() => setBringing(true)}>{say("replace")}</Button>
      {bringing && <BringDialog onClose={() => setBringing(false)} />}
    </section>
  );
}

function BringDialog({ onClose }: { onClose: () => void }) {
  const say = useSay(sealWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [file, setFile] = useState<File | null>(null);
  const [password, setPassword] = useState("");
  return (
    <FormDialog
      title={say("replace")}
      okText={say("replace")}
      ready={file !== null}
      onSave={async () => {
        const form = new FormData();
        if (file) form.append("file", file);
        form.append("password", password);
        await api.post("/signing/certificate", form, { said: null });
        void message.success(say("replaced"));
        await queries.invalidateQueries({ queryKey: certificateKey });
      }}
      onClose={onClose}
    >
      {errors => (
        <>
          <FormRow id="certificate-file" label={say("file")} required error={errors.file}>
            <FileChoice
              id="certificate-file"
              accept=".p12,.pfx,application/x-pkcs12"
              label={say("file")}
              file={file}
              onChoose={setFile}
            />
          </FormRow>
          <FormRow
            id="certificate-password"
            label={say("password")}
            help={say("passwordHint")}
            error={errors.password}
          >
            <Input.Password
              id="certificate-password"
              value={password}
              autoComplete="off"
              onChange={event => setPassword(event.target.value)}
            />
          </FormRow>
        </>
      )}
    </FormDialog>
  );
}
