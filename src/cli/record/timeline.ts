import { isoDate } from "../../read/index.js";
import { type Event, values, withGovernments } from "../../record/index.js";
import { exitCodes, type TimelineOptions } from "../contract.js";
import { jsonText, safe } from "../page/safe.js";
import type { Surroundings } from "../surroundings.js";
import { columns } from "./columns.js";
import { evidencePage } from "./evidence.js";
import { doubts, eventDate, eventGloss, grade } from "./gloss.js";
import { type OpenRecord, partyNamed, WrongUse, withRecord } from "./open.js";

/** `credence timeline PARTY [PARTY]`: events in time, with their ratings; gives the exit code. */
export async function timelineCommand(
  names: readonly string[],
  options: TimelineOptions,
  surroundings: Surroundings,
): Promise<number> {
  return withRecord(options, surroundings, async (record) => {
    const events = await eventsAsked(names, options, record);
    await surroundings.output.write(
      options.json === true ? `${jsonText(events)}\n` : await page(events, options, record),
    );
    return exitCodes.done;
  });
}

async function eventsAsked(
  names: readonly string[],
  options: TimelineOptions,
  record: OpenRecord,
): Promise<readonly Event[]> {
  const { ledger, registers, when, books } = record;
  const [party = "", counterpart] = names.map((name) => partyNamed(name, record));
  if (options.act !== undefined && !books.acts.names.has(options.act))
    throw new WrongUse(`--act: there is no act “${options.act}”; credence acts lists them`);
  const from = dayGiven("--from", options.from);
  const to = dayGiven("--to", options.to);
  const asked = {
    ...when,
    ...(options.act === undefined ? {} : { acts: [options.act] }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    limit: 100_000,
  };
  const rows = await ledger.events({
    ...asked,
    party: withGovernments(party, registers),
    ...(counterpart === undefined ? {} : { counterpart: withGovernments(counterpart, registers) }),
  });
  const all = values(rows);
  return options.all === true || options.act !== undefined
    ? all
    : all.filter(({ act }) => registers.acts.isStatus(act));
}

function dayGiven(option: string, written: string | undefined): string | null {
  if (written === undefined) return null;
  const found = isoDate(/^\d{4}$/.test(written) ? `${written}-01-01` : written);
  if (found === null) throw new WrongUse(`${option}: “${written}” is no date; write it as YYYY-MM-DD`);
  return found;
}

async function page(events: readonly Event[], options: TimelineOptions, record: OpenRecord): Promise<string> {
  const { nameOf, style } = record;
  if (events.length === 0) {
    const hint = options.all === true ? "" : "; --all asks for acts of contact, speech and force too";
    return `The record holds no such event${hint}.\n`;
  }
  const rows = events.map((event) => {
    const doubt = doubts(event).map(safe).join("; ");
    return [
      eventDate(event),
      grade(event),
      event.id,
      `${eventGloss(event, nameOf)}${doubt === "" ? "" : ` — ${doubt}`}`,
    ];
  });
  if (options.evidence !== true) return `${columns(rows, style, "")}\n`;
  const blocks = await Promise.all(
    events.map(async (event, index) => {
      const words = await evidencePage([...event.statements, ...event.denials], record, "  ");
      return `${columns([rows[index] as string[]], style, "")}\n${words}`;
    }),
  );
  return `${blocks.join("\n")}\n`;
}
