import { phoneText } from "~/kernel/text/halfWidth";
import type { InputProps } from "../kind";
import { CleanedInput } from "../parts/CleanedInput";

export function PhoneInput(props: InputProps<string>) {
  return <CleanedInput {...props} clean={phoneText} inputMode="tel" />;
}
