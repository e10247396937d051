import type { Overrides } from "~/kernel/overrides/overrides";
import { lines } from "./lines";

/** A quote has lines. */
const quote: Overrides = { lines };

export default quote;
