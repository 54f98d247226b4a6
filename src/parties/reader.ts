import type { Document, Name, Sentence } from "../language/index.js";
import type { IsoDate } from "../model/index.js";
import { type Base, basesIn } from "./bases.js";
import type { GroupIndex } from "./groups.js";
import type { Holders } from "./holders.js";
import { courtesies } from "./lexicon.js";
import type { NameIndex } from "./names.js";
import { isFormerBefore, type Post, postAfter, postBefore, titleBefore } from "./offices.js";
import type { ShortForms } from "./shortForms.js";
import type { Mention, MentionForm, Party } from "./types.js";

/** What the reader needs to know of the parties. */
export interface ReaderBook {
  readonly names: NameIndex;
  readonly groups: GroupIndex;
  readonly shortForms: ShortForms;
  holders(): Holders;
  party(id: string): Party | undefined;
  governmentOf(state: string, at: IsoDate | null): string | null;
  /** The government that a movement forms at a date, if it does. */
  governmentBy(movement: string, at: IsoDate | null): string | null;
}

/** A party's name somewhere before, by its letters alone. */
export interface NamedBefore {
  readonly party: string;
  readonly start: number;
}

interface Draft {
  first: number;
  last: number;
  head: number;
  party: string | null;
  form: MentionForm;
  person: string | null;
  office: string | null;
  accreditedTo: string | null;
  basis: "stated" | "inferred";
}

const weekdayOrMonth =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** Function words that open a sentence with a capital and are no name. */
const openers: ReadonlySet<string> = new Set(
  (
    "the a an in on at of to for from by with without along across after before since until while when although though as if " +
    "but and or so yet it its he his she her they their we our you i this that these those there here what who which how why " +
    "both each many most some several few all no not now then also however meanwhile earlier later during under over between " +
    "among against despite because once two three four five six seven eight nine ten"
  ).split(" "),
);

/** Titles that go with the given name in the lists of holders. */
const crowns: ReadonlySet<string> = new Set(["king", "queen", "prince", "emperor", "pope"]);

/** Nouns by which a state or a movement is its government. */
const governing =
  /^(?:government|govt|administration|authorit(?:y|ies)|regime|junta|leadership|minist(?:er|ry)|president|cabinet|premier|secretary|ambassador|envoy|spokes\w+|embassy|delegation)s?$/;

/** Reads the mentions of one sentence; `earlier` gives those of the sentences before. */
export class SentenceReader {
  private readonly document: Document;
  private readonly sentence: Sentence;
  private readonly at: IsoDate | null;
  private readonly book: ReaderBook;
  private readonly earlier: (index: number) => readonly Mention[];
  private readonly home: string | null;
  private readonly namedBefore: (index: number, token: number) => Iterable<NamedBefore>;
  private readonly drafts: Draft[] = [];

  constructor(
    document: Document,
    sentence: Sentence,
    at: IsoDate | null,
    book: ReaderBook,
    earlier: (index: number) => readonly Mention[],
    namedBefore: (index: number, token: number) => Iterable<NamedBefore>,
    home: string | null,
  ) {
    this.document = document;
    this.sentence = sentence;
    this.at = at;
    this.book = book;
    this.earlier = earlier;
    this.namedBefore = namedBefore;
    this.home = home;
  }

  read(): readonly Mention[] {
    const bases = basesIn(this.sentence, this.document.report.text, this.book.names, this.at);
    for (let index = 0; index < bases.length; index += 1) index = this.readBase(bases, index);
    this.readShortForms();
    if (this.mayNamePersons()) {
      this.readTitles();
      for (const name of this.sentence.names()) this.readPerson(name);
    }
    if (this.mayNamePersons()) {
      this.readTitled();
      this.readSurnames();
    }
    this.joinAppositions();
    return Object.freeze(this.drafts.sort((a, b) => a.first - b.first).map((draft) => this.finished(draft)));
  }

  /** Reads a name with what stands around it; returns the index of the last name used up. */
  private readBase(bases: readonly Base[], index: number): number {
    const base = this.settled(bases[index] as Base);
    if (this.covered(base.first, base.last)) return index;
    const next = bases[index + 1];
    if (
      base.leads &&
      next !== undefined &&
      next.first - base.last <= 3 &&
      this.onlyModifiers(base.last + 1, next.first)
    ) {
      bases = [...bases];
      const joined: Base = { ...next, first: this.withArticle(base.first) };
      return this.readBase([...bases.slice(0, index + 1), joined, ...bases.slice(index + 2)], index + 1);
    }
    const before = base.form === "demonym" ? null : postBefore(this.sentence, base);
    const after = before === null ? postAfter(this.sentence, base, next?.first ?? this.sentence.size) : null;
    const post = before ?? after;
    if (post === null) {
      if (!base.leads) this.add(base.first, base.last, base.last, base.party, base.form);
      return index;
    }
    return this.readPost(bases, index, base, post);
  }

  /**
   * Of several parties that bear a name now, the one that the text has named otherwise: "Brussels" after "Belgium", "Congo"
   * after "Brazzaville".
   */
  private settled(base: Base): Base {
    const { text } = this.document.report;
    const words = text
      .slice(this.sentence.startOf(base.first), this.sentence.endOf(base.last))
      .replace(/^[Tt]he /, "");
    const others = this.book.names.rivals(words, this.at);
    if (others.length < 2) return base;
    for (const { party, start } of this.namedBefore(this.sentence.index, base.first)) {
      if (!others.includes(party) || text.startsWith(words, start)) continue;
      // "Addis Ababa" stays Ethiopia's when the African Union was named.
      return this.book.party(party)?.kind === "state" ? { ...base, party } : base;
    }
    return base;
  }

  private readPost(bases: readonly Base[], index: number, base: Base, post: Post): number {
    const noun = this.sentence.lower(post.head);
    const party = this.governed(base.party, noun);
    const first = post.first === base.first ? this.withArticle(post.first) : post.first;
    const draft = this.add(first, post.last, post.head, party, post.isOffice ? "office" : "institution");
    if (!post.isOffice) return index;
    draft.office = this.slice(post.officeFirst, post.officeLast);
    if (post.isFormer) draft.party = null;
    let used = index;
    const accredited = bases[index + 1];
    const link = draft.last + 1;
    if (
      accredited !== undefined &&
      link < this.sentence.size &&
      ["to", "for", "in"].includes(this.sentence.lower(link)) &&
      accredited.first - draft.last <= 2
    ) {
      draft.accreditedTo = accredited.party;
      draft.last = accredited.last;
      used = index + 1;
    }
    this.attachPerson(draft);
    return used;
  }

  /** "Foreign Minister Sergei Lavrov", "foreign minister, Sergei Lavrov,". */
  private attachPerson(draft: Draft): void {
    const next = draft.last + 1;
    for (const name of this.sentence.names()) {
      if (name.kind !== "person") continue;
      const direct = name.first <= next && name.last >= next;
      const apposed = name.first === next + 1 && this.sentence.lower(next) === ",";
      if (!direct && !apposed) continue;
      if (apposed && this.sentence.lower(Math.min(this.sentence.size - 1, name.last + 1)) === "and") continue;
      const first = direct ? next : name.first;
      const last = this.endOfName(name.last);
      draft.person = this.slice(first, last);
      draft.last = last;
      return;
    }
    // Names that the model has not found: capitalised words right behind the office.
    const end = this.endOfName(next - 1);
    if (end >= next && !weekdayOrMonth.test(this.sentence.form(next))) {
      draft.person = this.slice(next, end);
      draft.last = end;
    }
  }

  /** Names that the model cut short go on over capitalised words: "Boris Tadić". */
  private endOfName(last: number): number {
    let end = last;
    while (end + 1 < this.sentence.size && this.isNameLike(end + 1)) end += 1;
    return end;
  }

  /** Names that the model cut short after the first word, if the lists of holders know the whole: "Xi Jinping". */
  private endOfHolder(first: number, last: number): number {
    let end = last;
    while (end + 1 < this.sentence.size && this.isUpper(end + 1) && !this.covered(end + 1, end + 1)) end += 1;
    if (end === last || weekdayOrMonth.test(this.sentence.form(end))) return last;
    return this.book.holders().partyOf(this.slice(first, end), this.at) === null ? last : end;
  }

  private startOfName(first: number): number {
    let start = first;
    while (start > 0 && this.sentence.upos(start - 1) === "PROPN" && this.isNameLike(start - 1)) start -= 1;
    return start;
  }

  private isNameLike(token: number): boolean {
    const form = this.sentence.form(token);
    const first = form.charAt(0);
    if (first === first.toLowerCase() || this.covered(token, token)) return false;
    return this.sentence.upos(token) === "PROPN" || !/^[A-Za-z]+$/.test(form);
  }

  /** "Foreign Minister Skënder Hyseni of Kosovo": the party stands behind the name. */
  private readTitles(): void {
    for (const party of [...this.drafts]) {
      const of = party.first - 1;
      if (party.form !== "name" || of < 2 || this.sentence.lower(of) !== "of") continue;
      const start = this.startOfName(of - 1);
      const title = start < of ? titleBefore(this.sentence, this.afterTitles(start, of)) : null;
      if (title === null || this.covered(title[0], of)) continue;
      const first = title[1] + 1;
      if (first >= of) continue;
      this.drafts.splice(this.drafts.indexOf(party), 1);
      const draft = this.add(
        title[0],
        party.last,
        of - 1,
        this.governed(party.party ?? "", this.sentence.lower(title[1])),
        "office",
      );
      draft.person = this.slice(first, of - 1);
      draft.office = this.slice(title[0], title[1]);
    }
  }

  /** The first token of a capitalised run that is no longer a title. */
  private afterTitles(from: number, to: number): number {
    let at = from;
    while (
      at < to &&
      !(titleBefore(this.sentence, at) !== null && titleBefore(this.sentence, at + 1) === null)
    )
      at += 1;
    return at;
  }

  /** A person without a party's name: by title, by an earlier introduction, or by the lists of holders. */
  private readPerson(name: Name): void {
    if (name.kind !== "person" || this.covered(name.first, name.last)) return;
    const title = titleBefore(this.sentence, name.first);
    const end = this.endOfHolder(name.first, this.endOfName(name.last));
    const words = this.slice(name.first, end);
    const introduced = this.introduction(words);
    if (title !== null && !this.covered(title[0], title[1])) {
      const draft = this.add(title[0], end, end, null, "office");
      draft.person = introduced?.person ?? words;
      draft.office = this.slice(title[0], title[1]);
      const former = isFormerBefore(this.sentence, title[0]);
      const holders = this.book.holders();
      // "King Hussein" is one of several of that name.
      const crowned = crowns.has(this.sentence.lower(title[1]))
        ? holders.partyOf(this.slice(title[1], end), this.at)
        : null;
      draft.party = former ? null : (introduced?.party ?? crowned ?? holders.partyOf(words, this.at, true));
      draft.basis = "inferred";
      return;
    }
    const office = end + 1;
    if (
      office < this.sentence.size &&
      ["administration", "government", "cabinet", "regime"].includes(this.sentence.lower(office))
    ) {
      const party = this.book.holders().partyOf(words, this.at, true);
      if (party !== null)
        this.add(this.withArticle(name.first), office, office, party, "institution").basis = "inferred";
      return;
    }
    const bare = this.withoutCourtesy(name.first, end);
    const isTitled = bare > name.first || this.hasCourtesy(name.first);
    const party =
      introduced === null
        ? this.book.holders().partyOf(this.slice(bare, end), this.at, isTitled)
        : introduced.party;
    if (introduced === null && party === null) return;
    const draft = this.add(name.first, end, end, party, "person");
    draft.person = introduced?.person ?? words;
    draft.office = introduced?.office ?? null;
    draft.basis = "inferred";
  }

  /** The first token of a name behind "Mr" and the like. */
  private withoutCourtesy(first: number, last: number): number {
    let at = first;
    while (at < last && (courtesies.has(this.sentence.lower(at)) || this.sentence.form(at) === ".")) at += 1;
    return at;
  }

  /** "The Union", "the North", "the Kingdom", after what they are short for. */
  private readShortForms(): void {
    const { text } = this.document.report;
    for (let token = 0; token < this.sentence.size; token += 1) {
      const form = this.book.shortForms.at(this.sentence, text, token);
      if (form === null || this.covered(form.first, form.last)) continue;
      const named = partiesOf(this.namedBefore(this.sentence.index, token));
      const party = this.book.shortForms.resolve(form, named, this.at, this.home);
      if (party === null) continue;
      this.add(this.withArticle(form.first), form.last, form.last, party, "name").basis = "inferred";
      token = form.last;
    }
  }

  /** "President Salva Kiir", "Xi Jinping": capitalised words that the model took for no name, if the lists know it. */
  private readTitled(): void {
    for (let token = 0; token + 1 < this.sentence.size; token += 1) {
      if (!this.isUpper(token) || this.covered(token, token)) continue;
      if (token > 0 && this.isUpper(token - 1) && titleBefore(this.sentence, token) === null) continue;
      let last = token;
      while (last + 1 < this.sentence.size && this.isUpper(last + 1) && !this.covered(last + 1, last + 1))
        last += 1;
      const title = titleBefore(this.sentence, token);
      const isTitled = title !== null && this.isUpper(title[0]) && !this.covered(title[0], title[1]);
      if (last === token && !isTitled) continue;
      if (isTitled && isFormerBefore(this.sentence, title[0])) continue;
      const words = this.slice(token, last);
      const party = this.book.holders().partyOf(words, this.at, isTitled);
      if (party === null) continue;
      const draft = this.add(isTitled ? title[0] : token, last, last, party, isTitled ? "office" : "person");
      draft.person = words;
      draft.office = isTitled ? this.slice(title[0], title[1]) : null;
      draft.basis = "inferred";
      token = last;
    }
  }

  private isUpper(token: number): boolean {
    const first = this.sentence.form(token).charAt(0);
    return first !== first.toLowerCase();
  }

  /** Surnames of persons whom the report has introduced, where the model has not found a name. */
  private readSurnames(): void {
    for (let token = 0; token < this.sentence.size; token += 1) {
      const form = this.sentence.form(token);
      const first = form.charAt(0);
      if (form.length < 4 || first === first.toLowerCase() || this.covered(token, token)) continue;
      if (this.sentence.upos(token) !== "PROPN") continue;
      const introduced = this.introduction(form) ?? this.holderAlone(token);
      if (introduced === null) continue;
      const draft = this.add(token, token, token, introduced.party, "person");
      draft.person = introduced.person;
      draft.office = introduced.office;
      draft.basis = "inferred";
    }
  }

  /** A surname that stands alone and that one holder in office has: "Starmer recognised …". */
  private holderAlone(token: number): Pick<Mention, "party" | "person" | "office"> | null {
    const isTitled = this.hasCourtesy(token);
    const isLone = (isTitled || !this.isCapitalised(token - 1)) && !this.isCapitalised(token + 1);
    if (!isLone || weekdayOrMonth.test(this.sentence.form(token))) return null;
    const party = this.book.holders().partyOf(this.sentence.form(token), this.at, isTitled);
    return party === null ? null : { party, person: this.sentence.form(token), office: null };
  }

  /** "Mr Maduro", "Mr. Maduro": the full stop may be a token of its own. */
  private hasCourtesy(token: number): boolean {
    if (token === 0) return false;
    const before = this.sentence.lower(token - 1);
    return courtesies.has(before === "." && token > 1 ? this.sentence.lower(token - 2) : before);
  }

  private isCapitalised(token: number): boolean {
    if (token < 0 || token >= this.sentence.size) return false;
    const first = this.sentence.form(token).charAt(0);
    return first !== first.toLowerCase() && token > 0;
  }

  /** The earlier mention that introduced a person of this surname with an office, in this report. */
  private introduction(words: string): Mention | null {
    const surname = words.split(" ").at(-1) ?? words;
    const { text } = this.document.report;
    let last: number = -1;
    for (
      let at = text.indexOf(surname);
      at >= 0 && at < this.sentence.start;
      at = text.indexOf(surname, at + 1)
    ) {
      const index = this.document.sentenceAt(at)?.index ?? -1;
      if (index === last || index < 0 || index >= this.sentence.index) continue;
      last = index;
      const found = this.earlier(index).find(
        (one) =>
          one.person !== null && endsWith(one.person, words) && (one.party !== null || one.office !== null),
      );
      if (found !== undefined) return found;
    }
    return null;
  }

  /** "Sergei Lavrov, the Russian foreign minister": the name in front belongs to the office behind. */
  private joinAppositions(): void {
    for (const draft of this.drafts) {
      if (draft.form !== "office" || draft.person !== null || draft.first < 2) continue;
      const comma = draft.first - 1;
      if (this.sentence.lower(comma) !== ",") continue;
      const name = this.sentence.names().find((one) => one.kind === "person" && one.last === comma - 1);
      if (name === undefined) continue;
      const at = this.drafts.findIndex(
        (one) => one !== draft && one.first <= name.last && name.first <= one.last,
      );
      if (at >= 0) this.drafts.splice(at, 1);
      const start = this.startOfName(name.first);
      draft.person = this.slice(start, name.last);
      draft.first = start;
      draft.head = start;
    }
  }

  /** Whether a word is written like a name and is none of a party: told without a tag. */
  private mayNamePersons(): boolean {
    for (let token = 0; token < this.sentence.size; token += 1) {
      const form = this.sentence.form(token);
      const first = form.charAt(0);
      if (first === first.toLowerCase() || this.covered(token, token) || weekdayOrMonth.test(form)) continue;
      if (token > 0 || !openers.has(this.sentence.lower(token))) return true;
    }
    return false;
  }

  /** A state's or movement's government, where the noun speaks of one and the date settles which. */
  private governed(party: string, noun: string): string {
    const known = this.book.party(party);
    if (known === undefined || !governing.test(noun)) return party;
    if (known.kind === "state") return this.book.governmentOf(party, this.at) ?? party;
    if (known.kind === "movement" && !/^spokes/.test(noun))
      return this.book.governmentBy(party, this.at) ?? party;
    return party;
  }

  private onlyModifiers(from: number, to: number): boolean {
    for (let token = from; token < to; token += 1)
      if (!/^[a-z-]+$/.test(this.sentence.lower(token))) return false;
    return true;
  }

  private covered(first: number, last: number): boolean {
    return this.drafts.some((one) => one.first <= last && first <= one.last);
  }

  private add(first: number, last: number, head: number, party: string | null, form: MentionForm): Draft {
    const draft: Draft = {
      first,
      last,
      head,
      party,
      form,
      person: null,
      office: null,
      accreditedTo: null,
      basis: "stated",
    };
    this.drafts.push(draft);
    return draft;
  }

  private withArticle(first: number): number {
    return first > 0 && this.sentence.lower(first - 1) === "the" ? first - 1 : first;
  }

  private slice(first: number, last: number): string {
    return this.document.report.text.slice(this.sentence.startOf(first), this.sentence.endOf(last));
  }

  private finished(draft: Draft): Mention {
    const kind = draft.party === null ? null : (this.book.party(draft.party)?.kind ?? null);
    return Object.freeze({
      sentence: this.sentence.index,
      start: this.sentence.startOf(draft.first),
      end: this.sentence.endOf(draft.last),
      kind,
      ...draft,
    });
  }
}

function* partiesOf(named: Iterable<NamedBefore>): Iterable<string> {
  for (const { party } of named) yield party;
}

/** "Amir Khan Muttaqi" ends with "Muttaqi". */
function endsWith(full: string, words: string): boolean {
  return (
    full === words || full.endsWith(` ${words}`) || full.endsWith(` ${words.split(" ").at(-1) ?? words}`)
  );
}
