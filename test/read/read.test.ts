import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultLine } from "../../src/model/index.js";
import { isPublicAddress } from "../../src/read/address.js";
import { readBytes } from "../../src/read/bytes.js";
import { type Item, readJsonLine, readText } from "../../src/read/index.js";
import { nestsDeeperThan } from "../../src/read/nesting.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const prose = "The minister said that the government of the country has recognised its neighbour. ";

function reportOf(item: Item | undefined) {
  if (item === undefined || "fault" in item) throw new Error(JSON.stringify(item));
  return item.report;
}

function blocksOf(text: string) {
  const report = reportOf(readText(text, "test", {}));
  return report.blocks.map(({ kind, start, end }) => [kind, report.text.slice(start, end)]);
}

describe("the layout of plain text", () => {
  it.each([
    [
      "A New Embassy\nIt opened today.",
      [
        ["heading", "A New Embassy"],
        ["paragraph", "It opened today."],
      ],
    ],
    [
      "It opened.\n-\nFirst: it is new.",
      [
        ["paragraph", "It opened."],
        ["item", "First: it is new."],
      ],
    ],
    [
      "It opened.\n• It is new.",
      [
        ["paragraph", "It opened."],
        ["item", "It is new."],
      ],
    ],
    ["KABUL, July 3 (Reuters) — It opened.", [["paragraph", "It opened."]]],
    [
      "One ended.\rTwo ended.",
      [
        ["paragraph", "One ended."],
        ["paragraph", "Two ended."],
      ],
    ],
    ["By Jane Doe\nIt opened today.", [["paragraph", "It opened today."]]],
  ])("%j", (text, expected) => expect(blocksOf(text)).toEqual(expected));

  it("joins lines that were wrapped at a column", () => {
    const wrapped = `${"The foreign ministers of the two countries met on Monday in order to"}\nsign an agreement on the exchange of ambassadors.`;
    expect(blocksOf(wrapped)).toEqual([["paragraph", wrapped]]);
  });
});

it.each([
  ["KABUL, July 3 (Reuters) — It opened.", "KABUL", "July 3", "Reuters", null],
  ["MOSCOW (AP) - It opened.", "MOSCOW", null, "AP", null],
  ["BEIJING, Dec. 10, 2023 (Xinhua) -- It opened.", "BEIJING", "Dec. 10, 2023", "Xinhua", "2023-12-10"],
  ["TAIPEI/TEGUCIGALPA, March 26 — It opened.", "TAIPEI/TEGUCIGALPA", "March 26", null, null],
  ["(Reuters) - It opened.", null, null, "Reuters", null],
])("reads the dateline of %j", (text, place, date, agency, published) => {
  const report = reportOf(readText(text, "test", {}));
  expect(report.dateline).toMatchObject({ place, date, agency });
  expect(report.published).toBe(published);
});

it("takes a header for what it says", () => {
  const report = reportOf(
    readText(`Title: An Embassy\nDate: 4 July 2025\nSource: Reuters\n\n${prose}`, "test", {}),
  );
  expect(report).toMatchObject({ title: "An Embassy", published: "2025-07-04", outlet: "Reuters" });
});

it("reads a page with what it says of itself", () => {
  const html = `<html><head><meta property="og:site_name" content="The Paper">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"An Embassy","datePublished":"2025-07-04T01:00:00+09:00"}</script>
    </head><body><nav>Home</nav><article><h2>Why</h2><p>KABUL (AP) — ${prose.repeat(4)}</p><ul><li>An item &amp; more</li></ul></article></body></html>`;
  const report = reportOf([...readBytes(bytesOf(html), "html", null, "test", {})][0]);
  expect(report).toMatchObject({ title: "An Embassy", published: "2025-07-04", outlet: "The Paper" });
  expect(report.dateline?.agency).toBe("AP");
  expect(report.blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph", "item"]);
  expect(report.text).toContain("An item & more");
  expect(report.text).not.toContain("Home");
});

it("tells the form of a file of comments in time linear in them", () => {
  expect(
    reportOf([...readBytes(bytesOf("<!---->".repeat(500)), null, null, "test", {})][0]).text,
  ).toHaveLength(3500);
});

describe("bad input", () => {
  const deep = "<div>".repeat(5000);
  it.each([
    ["nothing", bytesOf(""), /empty/],
    ["white space", bytesOf(" \n "), /no text/],
    ["a PDF", bytesOf("%PDF-1.7 …"), /PDF/],
    ["rubbish", Uint8Array.from({ length: 500 }, (_, at) => at % 7), /binary/],
    ["a feed", bytesOf('<?xml version="1.0"?><rss version="2.0"></rss>'), /feed/],
    ["a page too deep", bytesOf(`<html><body>${deep}`), /nested/],
    ["depth behind stray end tags", bytesOf(`<html><body>${"<div></b>".repeat(5000)}`), /nested/],
    ["depth behind attributes", bytesOf(`<html><body>${'<div a= "></div>">'.repeat(5000)}`), /nested/],
    ["a page of nothing", bytesOf("<html><body></body></html>"), /no article/],
    [
      "Russian",
      bytesOf("Россия официально признала новое правительство соседней страны в четверг."),
      /not English \(Russian\)/,
    ],
  ])("%s is a fault", (_, bytes, what) => {
    const [item] = [...readBytes(bytes, null, null, "test", {})];
    expect(item && "fault" in item ? item.fault.what : null).toMatch(what);
  });

  it("in one line of JSON Lines leaves the others", () => {
    const stream = `{"text": ${JSON.stringify(prose)}, "mood": 3}\n{"text": \n{"text": "It opened."}`;
    const items = [...readBytes(bytesOf(stream), "jsonl", null, "test", {})];
    expect(items.map((item) => ("fault" in item ? item.fault.line : null))).toEqual([null, 2, null]);
  });
});

describe("the id that a line of JSON Lines gives", () => {
  const read = (id: string, rest = `"text": ${JSON.stringify(prose)}`) =>
    readJsonLine(`{"id": ${id}, ${rest}}`, "test", 7, {});
  const givenOf = (id: string, rest?: string) => {
    const item = read(id, rest);
    return "fault" in item ? item.fault.given : item.report.givenId;
  };

  it.each([
    ['"a-1"', "a-1"],
    ['""', ""],
    ["17", "17"],
    ["null", null],
  ])("%s comes back with the report", (id, expected) => expect(givenOf(id)).toBe(expected));

  it.each([
    ["a text that is no string", '"text": 5'],
    ["no text", '"title": "Peru"'],
    ["a day that is none", `"published": "soon", "text": ${JSON.stringify(prose)}`],
    [
      "another language",
      '"text": "Россия официально признала новое правительство соседней страны в четверг."',
    ],
    ["a page without an article", '"html": "<html><body></body></html>"'],
  ])("is named by the fault of %s", (_, rest) => {
    const item = read('"a-1"', rest);
    expect("fault" in item ? [item.fault.line, item.fault.given] : null).toEqual([7, "a-1"]);
    expect("fault" in item ? faultLine(item.fault) : "").toMatch(/^test:7: report "a-1": /);
  });

  it.each([["9007199254740993"], ["1.5"], ["{}"]])(
    "%s would not come back as it was, and is a fault",
    (id) => {
      const item = read(id);
      expect("fault" in item ? [item.fault.what, item.fault.given] : null).toEqual([
        expect.stringMatching(/^id: it is neither a string/),
        undefined,
      ]);
    },
  );

  it("leaves the report's own id alone", () => {
    const ids = ['"a"', '"b"', "null"].map((id) => {
      const item = read(id);
      return "fault" in item ? null : item.report.id;
    });
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[0-9a-f]{16}$/);
  });
});

it.each([
  "127.0.0.1",
  "10.1.2.3",
  "169.254.169.254",
  "100.64.0.1",
  "192.0.2.1",
  "198.18.0.1",
  "224.0.0.1",
  "0.0.0.0",
  "::",
  "::1",
  "fe80::1",
  "fd00:ec2::254",
  "::ffff:127.0.0.1",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "168.63.129.16",
])("connects to no %s", (address) => expect(isPublicAddress(address)).toBe(false));
it("connects to public addresses", () => expect(isPublicAddress("8.8.8.8")).toBe(true));

it("counts the depth of elements that end by themselves as a parser does", () => {
  expect(nestsDeeperThan("<ul>".concat("<li>a".repeat(900)), 10)).toBe(false);
  expect(nestsDeeperThan("<b>".repeat(11), 10)).toBe(true);
  expect(nestsDeeperThan("<script>".concat("<b>".repeat(99), "</script>"), 10)).toBe(false);
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "\n",
        "-",
        "•",
        "KABUL",
        "(AP) — ",
        "<p>",
        "</p>",
        "<!--",
        "\ud800",
        "\0",
        " ",
        "Date: ",
        "It is.",
      ),
    )
    .map((parts) => parts.join("")),
);

it("gives for any text a report whose blocks lie in order within it, or a fault", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom("text" as const, "html" as const), (text, field) => {
      const item = readJsonLine(JSON.stringify({ [field]: text }), "test", 1, {});
      if ("fault" in item) {
        expect(item.fault.what).not.toBe("");
        return;
      }
      let before = 0;
      for (const { start, end } of item.report.blocks) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        before = end;
      }
      expect(before).toBeLessThanOrEqual(item.report.text.length);
    }),
  );
});

it("gives for any bytes reports or faults, and the same ids again", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const first = [...readBytes(bytes, null, null, "test", {})];
      expect([...readBytes(bytes, null, null, "test", {})]).toEqual(first);
      expect(first.length).toBeGreaterThan(0);
    }),
  );
});
