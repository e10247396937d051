import { useBranding } from "./branding";

/** The company's logo, or the product's while there is none. */
export function CompanyMark({ size }: { size: number }) {
  const branding = useBranding();
  return (
    <img
      src={branding?.logo ?? "/icon.svg"}
      alt=""
      width={size}
      height={size}
      style={{ objectFit: "contain" }}
    />
  );
}
