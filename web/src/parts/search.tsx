import { type ReactNode, useEffect, useState } from "react";
import { go, useAddress } from "../address.js";

/** The one box for parties, pairs, acts and words of reports. */
export function SearchBox(): ReactNode {
  const { path, query } = useAddress();
  const asked = path === "/ask" ? (query.get("q") ?? "") : "";
  const [words, write] = useState(asked);
  useEffect(() => write(asked), [asked]);
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() !== "") go(`/ask?q=${encodeURIComponent(words.trim())}`);
        }}
      >
        <input
          type="search"
          aria-label="Ask for a party, a pair, an act or words of reports"
          placeholder="Ask: “Russia Afghanistan”"
          value={words}
          onChange={(event) => write(event.target.value)}
        />
      </form>
    </search>
  );
}
