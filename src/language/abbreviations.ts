import { WordSet } from "./words.js";

const set = (words: string) => new WordSet(words.split(/\s+/));

/** Written before a name or a number: the stop never ends a sentence when something follows. */
export const leading = set(
  `mr mrs ms messrs mlle mme dr drs prof rev fr st ste sts hon gen lt col maj capt cmdr cpl sgt adm brig pvt supt insp
   pres sen sens rep reps gov govs amb min sec treas atty ft mt mts vs viz cf incl ca approx e.g i.e a.k.a eg ie
   messr sra sr sra dipl asst spec attn tel fax ext mob sheikh wm thos chas geo jos robt sec.gen`,
);

/** Closing words of names, times and lists: the stop may end a sentence as well. */
export const trailing = set(
  `inc corp co ltd llc plc bros jr sr esq etc al ph.d m.d b.a m.a u.s u.n u.k e.u u.s.a u.s.s.r a.m p.m d.c n.y l.a
   ave blvd rd st dept univ assn intl govt est dist bldg mfg mgr ph
   jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
   ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn
   tenn tex vt va wash wis wyo ont que n.c s.c n.j n.h n.m s.d n.d w.va r.i`,
);

/** An abbreviation only before a number: "No. 5", "p. 12", "Art. 3". */
export const numbered = set(
  "no nos p pp vol vols art arts fig figs ch sect para paras op ed eds c b d n nr res",
);

/** Abbreviations only when written with a capital, since their small forms are words. */
export const capitalised = set(
  `gen rep reps gov hon min sen pres mar jun sun sat wed fri mon del ill ind mass miss ore wash la pa va mo
   tel fax spec fr ft mt st co al art fig no rd ch ga md ark conn penn tenn tex ky ed sec ext mob col maj dec oct est`,
);

/** First parts that stay with what follows the hyphen, as the treebanks have them: "non-member", "pro-Russian". */
export const prefixes = set(
  `non anti pro pre post re mid co ex multi semi sub neo counter over under pan mini inter cross cyber ultra pseudo
   un de bi tri micro macro mega meta proto trans extra infra socio psycho geo e vice-ex intra arch ante hyper
   uber afro anglo`,
);
