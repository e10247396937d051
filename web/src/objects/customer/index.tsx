import type { Overrides } from "~/kernel/overrides/overrides";
import { CustomerAside } from "./CustomerAside";

/** A customer shows its people and addresses without a further click. */
const customer: Overrides = { Aside: CustomerAside };

export default customer;
