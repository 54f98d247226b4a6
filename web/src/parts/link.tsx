import type { MouseEvent, ReactNode } from "react";
import type { PartyNames } from "../../../src/server/wire.js";
import { go, useAddress, withMoment } from "../address.js";
import { capital, nameOf } from "../words.js";

interface LinkProps {
  readonly to: string;
  readonly className?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}

/** A link within the page; it keeps the day and the moment, and opens in a new tab as any link does. */
export function Link({ to, className, current, children }: LinkProps): ReactNode {
  // The address is looked at, so that the link follows the day asked about.
  useAddress();
  const follow = (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    go(to);
  };
  return (
    <a
      href={withMoment(to)}
      className={className}
      onClick={follow}
      aria-current={current === true ? "page" : undefined}
    >
      {children}
    </a>
  );
}

interface PartyProps {
  readonly id: string | null;
  readonly parties: PartyNames;
  readonly start?: boolean;
}

/** A party by its name, leading to its page; `start` where it begins a sentence. */
export function Party({ id, parties, start }: PartyProps): ReactNode {
  const name = start === true ? capital(nameOf(id, parties)) : nameOf(id, parties);
  return id === null ? name : <Link to={`/party/${encodeURIComponent(id)}`}>{name}</Link>;
}
