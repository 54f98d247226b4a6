import { type ReactNode, useSyncExternalStore } from "react";

const key = "credence-token";
const listeners = new Set<() => void>();

/** The token that writing needs; kept for this tab only, and forgotten with it. */
export function useToken(): readonly [string, (token: string) => void] {
  const token = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sessionStorage.getItem(key) ?? "",
  );
  return [
    token,
    (given) => {
      sessionStorage.setItem(key, given);
      for (const listener of listeners) listener();
    },
  ];
}

export function TokenField(): ReactNode {
  const [token, keep] = useToken();
  return (
    <label>
      Token
      <input
        type="password"
        autoComplete="off"
        value={token}
        onChange={(event) => keep(event.target.value)}
      />
    </label>
  );
}
