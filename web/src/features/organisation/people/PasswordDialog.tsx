import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { User } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { usePasswordRule } from "~/kernel/session/passwordRule";
import { organisationWords } from "../messages";
import { MustChange } from "./MustChange";
import { NewPassword } from "./NewPassword";

/** A new password for somebody who forgot theirs. */
export function PasswordDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const say = useSay(organisationWords);
  const rule = usePasswordRule();
  const [password, setPassword] = useState("");
  const [mustChange, setMustChange] = useState(true);

  async function save() {
    await api.patch(
      `/users/${user.id}`,
      { password, mustChange, version: user.version },
      { said: say("passwordReset", { name: user.name }) },
    );
  }

  return (
    <FormDialog
      title={say("resetPasswordOf", { name: user.name })}
      okText={say("resetPassword")}
      ready={password.length >= 10}
      onSave={save}
      onClose={onClose}
    >
      {errors => (
        <>
          <NewPassword
            id="new-password"
            label={say("newPassword")}
            help={say("newPasswordNote", { rule })}
            error={errors.password}
            value={password}
            onChange={setPassword}
            required
          />
          <MustChange id="must-change" value={mustChange} onChange={setMustChange} />
        </>
      )}
    </FormDialog>
  );
}
