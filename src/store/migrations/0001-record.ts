import { type Kysely, type Migration, sql } from "kysely";

/**
 * The first form of the record. What was added: change, report, statement, claim, decision. What follows from it: story,
 * event, prospect, relation. Valid time is a range of days, system time a range of instants; both are half-open.
 */
export const record: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const versioned = `
  id text not null,
  unit text not null,
  digest text not null,
  body jsonb not null,
  system_from timestamptz not null,
  system_to timestamptz,
  check (system_to is null or system_from < system_to),
  primary key (id, system_from),
  exclude using gist (id with =, tstzrange(system_from, system_to) with &&)`;

const statements = [
  "create extension if not exists btree_gist",
  // What was wished when the record was made: "bare" where the history on board was not wanted.
  "create table wish (name text primary key)",
  `create table change (
    number integer primary key check (number > 0),
    at timestamptz not null unique,
    kind text not null check (kind in ('history', 'reports', 'decision')),
    who text,
    why text
  )`,
  `create table report (
    id text primary key,
    change integer not null references change,
    title text,
    published date,
    outlet text,
    url text,
    language text,
    text text not null,
    reliability char(1) not null check (reliability between 'A' and 'F'),
    outlet_of text,
    origin text not null check (origin in ('report', 'history')),
    signature bytea not null,
    -- Words beyond the first hundred thousand characters are not searched: a text search vector is bounded.
    words tsvector generated always as
      (to_tsvector('english'::regconfig, left(coalesce(title, '') || ' ' || text, 100000))) stored
  )`,
  // Reports whose texts resemble each other meet under a band; a join by equality needs no statistics to be fast.
  `create table band (
    band integer not null,
    report text not null references report,
    change integer not null,
    primary key (band, report)
  )`,
  "create index band_change on band (change)",
  "create index report_words on report using gin (words)",
  "create index report_published on report (published desc nulls last, id)",
  "create index report_change on report (change)",
  "create index report_outlet on report (outlet)",
  // A source of the history on board that a later version of the program left out or worded anew, or took in again.
  `create table retirement (
    report text not null references report,
    change integer not null references change,
    is_gone boolean not null,
    primary key (report, change)
  )`,
  `create table story (
    report text not null references report,
    story text not null,
    system_from timestamptz not null,
    system_to timestamptz,
    primary key (report, system_from)
  )`,
  "create index story_members on story (story) where system_to is null",
  `create table statement (
    id text primary key,
    report text not null references report,
    change integer not null references change,
    place integer not null,
    unit text,
    act text not null,
    actor text,
    target text,
    -- What is weighed, and what is only shown: deriving reads the first alone.
    told jsonb not null,
    shown jsonb not null
  )`,
  "create index statement_unit on statement (unit, change)",
  "create index statement_change on statement (change)",
  "create index statement_report on statement (report, place)",
  `create table claim (
    id text primary key,
    report text not null references report,
    change integer not null references change,
    act text not null,
    holder text,
    target text,
    body jsonb not null
  )`,
  "create index claim_report on claim (report)",
  "create index claim_holder on claim (holder)",
  "create index claim_target on claim (target)",
  `create table decision (
    id text primary key,
    change integer not null references change,
    who text not null,
    why text not null,
    verdict jsonb not null
  )`,
  `create table event (${versioned},
    act text not null,
    actor text not null,
    target text not null,
    date_from date,
    date_to date
  )`,
  `create table prospect (${versioned},
    act text not null,
    actor text,
    target text,
    said_to date
  )`,
  `create table relation (${versioned},
    slot text not null,
    kind text not null,
    subject text not null,
    object text not null,
    valid_from date,
    valid_to date,
    check (valid_from is null or valid_to is null or valid_from < valid_to),
    exclude using gist (
      slot with =, daterange(valid_from, valid_to) with &&, tstzrange(system_from, system_to) with &&
    )
  )`,
  ...["event", "prospect", "relation"].flatMap((table) => [
    `create index ${table}_unit on ${table} (unit) where system_to is null`,
    `create index ${table}_system_from on ${table} (system_from)`,
    `create index ${table}_system_to on ${table} (system_to) where system_to is not null`,
  ]),
  "create index event_actor on event (actor, date_from desc)",
  "create index event_target on event (target, date_from desc)",
  // What happened to a party within some days: both in one index.
  ...["actor", "target"].map(
    (side) =>
      `create index event_${side}_when on event using gist (${side}, daterange(date_from, date_to, '[]'))
        where system_to is null`,
  ),
  "create index event_pair on event (actor, target, date_from)",
  `create index event_when on event ((coalesce(date_from, date_to)) desc nulls last)
    where system_to is null`,
  "create index prospect_actor on prospect (actor)",
  "create index prospect_target on prospect (target)",
  "create index prospect_said on prospect (said_to desc) where system_to is null",
  "create index relation_subject on relation (subject, kind, valid_from)",
  "create index relation_object on relation (object, kind, valid_from)",
];
