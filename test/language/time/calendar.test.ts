import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  dateOf,
  dayOf,
  dayOfIso,
  isCalendarDate,
  isoOf,
  weekdayOf,
} from "../../../src/language/time/calendar.js";

const msPerDay = 86_400_000;
/** The years 1 to 9999, as day numbers. */
const days = fc.integer({ min: -719_162, max: 2_932_896 });

describe("calendar", () => {
  it("agrees with the platform's clock on every date", () => {
    fc.assert(
      fc.property(days, (day) => {
        const clock = new Date(day * msPerDay);
        const date = dateOf(day);
        expect(date).toEqual({
          year: clock.getUTCFullYear(),
          month: clock.getUTCMonth() + 1,
          day: clock.getUTCDate(),
        });
        expect(dayOf(date.year, date.month, date.day)).toBe(day);
        expect((weekdayOf(day) + 1) % 7).toBe(clock.getUTCDay());
      }),
    );
  });

  it("writes and reads ISO dates alike", () => {
    fc.assert(fc.property(days, (day) => dayOfIso(isoOf(day)) === day));
  });

  it.each(["2023-02-29", "2023-13-01", "2023-1-1", "", "yesterday", "2023-04-31"])("refuses %s", (text) => {
    expect(dayOfIso(text)).toBeNull();
  });

  it("moves by months within the calendar and back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -80_000, max: 80_000 }),
        fc.integer({ min: -600, max: 600 }),
        (day, months) => {
          const there = dateOf(addMonths(day, months));
          const start = dateOf(day);
          expect(isCalendarDate(there.year, there.month, there.day)).toBe(true);
          expect(there.year * 12 + there.month).toBe(start.year * 12 + start.month + months);
          if (start.day <= 28) expect(addMonths(addMonths(day, months), -months)).toBe(day);
        },
      ),
    );
  });
});
