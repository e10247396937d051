import { addressText } from "~/kernel/text/halfWidth";
import type { InputProps } from "../kind";
import { CleanedInput } from "../parts/CleanedInput";

export function UrlInput(props: InputProps<string>) {
  return <CleanedInput {...props} clean={addressText} inputMode="url" />;
}
