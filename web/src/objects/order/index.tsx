import type { Overrides } from "~/kernel/overrides/overrides";
import { lines } from "../quote/lines";

/** An order has lines as a quote has. */
const order: Overrides = { lines };

export default order;
