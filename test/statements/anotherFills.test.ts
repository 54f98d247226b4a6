import { describe, expect, it } from "vitest";
import { gist, reading } from "../reading.js";

describe("a role that somebody fills who is no party", () => {
  it.each([
    ["China opened an embassy in Santiago on Monday. Chile severed its links with a casino firm from Macau."],
    ["China opened an embassy in Santiago on Monday. Chile cut ties with a charity."],
  ])("is filled by nobody else: %s", (text) =>
    expect(gist(reading(text)).at(-1)).toBe("CHL sever-relations ? positive asserted"),
  );

  it.each([
    ["China opened an embassy in Santiago on Monday. Chile severed relations with the country on Friday."],
    ["China opened an embassy in Santiago on Monday. Chile severed relations with immediate effect."],
  ])("is still filled where the words leave it open: %s", (text) =>
    expect(gist(reading(text)).at(-1)).toBe("CHL sever-relations CHN positive asserted"),
  );
});
