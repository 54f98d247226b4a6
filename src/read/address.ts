import ipaddr from "ipaddr.js";

/** A cloud's own services at addresses that look public (Microsoft Azure, "What is IP address 168.63.129.16?"). */
const metadataServices: ReadonlySet<string> = new Set(["168.63.129.16"]);

/**
 * Whether a connection to an IP address is allowed: only ordinary public addresses. IPv4 inside IPv6 (mapped,
 * 6to4, NAT64, Teredo) is refused whole, since it can lead back inside. Ranges: IANA special-purpose
 * registries, as ipaddr.js keeps them.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.parse(address).range() === "unicast" && !metadataServices.has(address);
}

/** The literal IP address that a URL's host is, without the brackets of IPv6; null where it is a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(bare) ? bare : null;
}
