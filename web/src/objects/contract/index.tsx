import type { Overrides } from "~/kernel/overrides/overrides";
import { lines } from "../quote/lines";

/** A contract has lines as a quote has. */
const contract: Overrides = { lines };

export default contract;
