import { describe, expect, it } from "vitest";
import { runHere } from "./inProcess.js";

async function asJson(...words: readonly string[]) {
  const { code, out, err } = await runHere("parties", ...words, "--json");
  return { code, err, answer: JSON.parse(out) };
}

describe("credence parties", () => {
  it("knows a state by its former name", async () => {
    const { code, out, err } = await runHere("parties", "Burma");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^“Burma” is Myanmar \(MMR\) today\n/);
    expect(out).toContain("one party bears the name");
  });

  it("asks what a name means on the day that is given", async () => {
    const { code, out } = await runHere("parties", "Moscow", "--at", "1970-03-05");
    expect(code).toBe(0);
    expect(out).toMatch(/^“Moscow” is Soviet Union \(SUN\) on 5 March 1970\n/);
    expect(out).toMatch(/^ {2}RUS +Russia: state, as capital/m);
    expect(out).toMatch(/^ {2}SUN +Soviet Union: state, as capital, 1922-12-30 to 1991-12-2\d/m);
  });

  it.each([
    ["Moscow", "1970-03-05", "SUN"],
    ["Moscow", "2005-03-05", "RUS"],
    ["Belgrade", "2010-03-05", "SRB"],
    ["Serbia", "2010-03-05", "SRB"],
    ["Serbia and Montenegro", "2004-03-05", "SCG"],
    ["the Federal Republic of Yugoslavia", "1999-03-05", "SCG"],
    ["Prague", "2000-03-05", "CZE"],
  ])("takes %s of %s for %s", async (name, at, party) => {
    const { code, answer } = await asJson(name, "--at", at);
    expect(code).toBe(0);
    expect(answer).toMatchObject({ name, at, party, members: null });
  });

  it("tells which government a state then had, where that was contested", async () => {
    const during = async (at: string) => (await asJson("Afghanistan", "--at", at)).answer.reasons.join(" ");
    expect(await during("1998-05-01")).toContain("AFG-IEA");
    expect(await during("2010-05-01")).toContain("AFG-IRA");
    expect(await during("2022-05-01")).toContain("AFG-IEA");
    expect(await during("1975-05-01")).not.toContain("the government");
  });

  it("says of a state that has ended or not begun that it did not exist", async () => {
    const { answer: ended } = await asJson("East Germany", "--at", "2001-05-01");
    expect(ended.party).toBe("DDR");
    expect(ended.reasons.join(" ")).toContain("did not exist");
    const { answer: lasting } = await asJson("East Germany", "--at", "1980-05-01");
    expect(lasting.party).toBe("DDR");
    expect(lasting.reasons.join(" ")).not.toContain("did not exist");
    const { answer: early } = await asJson("South Sudan", "--at", "2001-05-01");
    expect(early.reasons.join(" ")).toContain("did not exist");
  });

  it("lists the members of a group with their names", async () => {
    const { code, out } = await runHere("parties", "the Baltic states", "--at", "2008-05-01");
    expect(code).toBe(0);
    const members = /^members: (.*)$/m.exec(out)?.[1]?.split(", ").sort();
    expect(members).toEqual(["Estonia (EST)", "Latvia (LVA)", "Lithuania (LTU)"]);
  });

  it("knows the holder of an office while he holds it", async () => {
    const { code, answer } = await asJson("Harry Truman", "--at", "1948-05-14");
    expect(code).toBe(0);
    expect(answer.party).toBe("USA");
    expect(answer.candidates).toEqual([]);
    expect(answer.reasons.join(" ")).toContain("holder of office");
  });

  it("takes the id of a party for that party", async () => {
    const { answer } = await asJson("PER");
    expect(answer).toMatchObject({ party: "PER", reasons: ["it is the id of a party"] });
  });

  it("prints JSON in the contract's keys, unknown parts null", async () => {
    const { answer } = await asJson("Burma");
    expect(Object.keys(answer)).toEqual(["name", "at", "party", "members", "candidates", "reasons"]);
    expect(answer).toMatchObject({ name: "Burma", at: null, party: "MMR", members: null });
    expect(answer.candidates).toEqual([
      expect.objectContaining({ id: "MMR", kind: "state", form: "name", to: null }),
    ]);
  });

  it.each(["Atlantis", "New Mexico", "burma"])("ends with 1 for %s, which names no party", async (name) => {
    const { code, out, err } = await runHere("parties", name);
    expect([code, err]).toEqual([1, ""]);
    expect(out).toContain(`“${name}” names no one party today`);
    expect(out.trim().split("\n").length).toBeGreaterThan(1);
  });

  it("distinguishes words that look like a party's name from words nobody bears", async () => {
    const { answer: state } = await asJson("New Mexico");
    const { answer: myth } = await asJson("Atlantis");
    expect(state.reasons.join(" ")).toContain("known to be none");
    expect(myth.reasons.join(" ")).toContain("bears the name");
    expect([state.party, myth.party]).toEqual([null, null]);
  });

  it.each(["2025-02-30", "1998-13-01", "1998", "yesterday", ""])(
    "takes “%s” for no date and says how to write one",
    async (at) => {
      const { code, out, err } = await runHere("parties", "Burma", "--at", at);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain(`“${at}” is no date`);
      expect(err).toContain("YYYY-MM-DD");
    },
  );

  it("needs a name", async () => {
    const { code, out, err } = await runHere("parties");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("missing required argument 'name'");
  });

  it("shows control characters of a name harmlessly", async () => {
    const { out } = await runHere("parties", "Bur\u001b[31mma\u202e");
    expect(out).not.toContain("\u001b");
    expect(out).not.toContain("\u202e");
  });
});
