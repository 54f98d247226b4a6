import { isPublicAddress } from "./address.js";
import { bounds } from "./bounds.js";

/** What fetching needs from outside; tests bring their own. */
export interface Network {
  /** Whether a connection to the address may be made. */
  allows(address: string): boolean;
  /** Milliseconds from the first request to the last byte. */
  readonly time: number;
}

export const publicNetwork: Network = Object.freeze({ allows: isPublicAddress, time: bounds.fetchTime });
