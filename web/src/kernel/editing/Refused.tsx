import { Alert } from "antd";
import { useRefusalText } from "~/kernel/acting/useAct";

interface Props {
  /** Null when nothing was refused. */
  refusal: unknown;
  /** Said in place of the refusal's own sentence. */
  why?: string | undefined;
}

/** Why what was asked for did not happen. */
export function Refused({ refusal, why }: Props) {
  const textOf = useRefusalText();
  return refusal === null ? null : (
    <Alert type="error" showIcon role="alert" title={why ?? textOf(refusal)} />
  );
}
