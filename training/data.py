"""Texts as the network sees them: words in word pieces, candidates, times, and what the annotators marked.

A text comes as one line of the corpus beside one line of `credence candidates`. Long texts are cut into windows: up to
260 words of their own after up to 90 words of what goes before.
"""
import json
import math
import random
from collections import defaultdict
from dataclasses import dataclass, field

ACTS = (
    "upgrade-mission downgrade-mission recognise withdraw-recognition establish-relations restore-relations "
    "suspend-relations sever-relations upgrade-relations downgrade-relations open-mission reopen-mission close-mission "
    "suspend-mission move-mission appoint-envoy accept-envoy present-credentials recall-envoy expel-envoy summon-envoy "
    "impose-sanctions lift-sanctions list-terrorist delist-terrorist join-organisation leave-organisation "
    "suspend-membership"
).split()
MUTUAL = {a for a in ACTS if a.endswith("-relations")}
MODALITIES = "asserted intended requested hoped predicted conditional".split()
OBJECTS = ["none", "state", "government", "representative", "sovereignty", "belligerency"]
SIDES = ["none", "sending", "receiving"]
FORMS = "name demonym capital seat institution office person group accreditation stranger".split()
RENAMED = ("name", "demonym", "capital")
TIME_MARK = len(FORMS) + 1
TITLE_MARK = len(FORMS) + 2
MARKS = len(FORMS) + 3
PATHS = 4096
MAX_PIECES = 510
CONTENT = ("VERB", "NOUN", "ADJ", "PROPN", "ADV")
SIDE_RELATIONS = ("aux", "advmod", "mark", "det", "cop", "cc", "nsubj", "xcomp", "obj", "advcl")
# What the corpus says of an act that the book files under another id.
ALIASES = {"VEN-MADURO": "VEN", "UNGA": "UN", "UNSC": "UN", "YAR": "YEM"}


@dataclass
class Act:
    """One act at one word of a window."""
    word: int
    act: int
    polarity: int
    modality: int
    actors: set
    targets: set
    """Numbers of the times that date it; [] for no date, None where the marked words are no time expression."""
    times: list | None = None
    """Numbers of the candidates who say so; [] for nobody, None where the marked words are no candidate."""
    speakers: list | None = None
    object: int | None = None
    side: int | None = None


@dataclass
class Window:
    id: str
    text: str
    words: list          # (start, end, sentence, head, relation, part of speech)
    titled: list         # whether a word stands in the title
    candidates: list     # (first, last, head, form, parties)
    times: list          # (first, last, from, to, relation)
    core: tuple          # the words that are the window's own
    acts: list = field(default_factory=list)
    lost: int = 0

    def paths_from(self, word):
        return [path(self.words, word, c[2]) for c in self.candidates]


def load(corpus, candidates):
    """The windows of a corpus file and of what `credence candidates` made of it."""
    windows = []
    with open(corpus, encoding="utf8") as marked, open(candidates, encoding="utf8") as found:
        for gold, line in zip(marked, found, strict=True):
            windows += windows_of(json.loads(gold), json.loads(line))
    return windows


def windows_of(gold, found, own=260, before=90):
    if "fault" in found or not found["words"]:
        return []
    words = [tuple(w) for w in found["words"]]
    titled = [w[0] < found["offset"] for w in words]
    parts = [(0, 0, len(words))]
    if len(words) > own + 60:
        cuts = [i for i in range(1, len(words)) if words[i][2] != words[i - 1][2]] + [len(words)]
        parts, start = [], 0
        while start < len(words):
            end = max([c for c in cuts if start < c <= start + own] or [min(c for c in cuts if c > start)])
            low = min([c for c in [0] + cuts if start - before <= c <= start] or [start])
            parts.append((low, start, end))
            start = end
    out = []
    for low, start, end in parts:
        inside = lambda one: one[0] >= low and one[1] < end
        out.append(Window(
            id=gold["id"], text=found["text"],
            words=[(s, e, n, h - low if low <= h < end else -1, r, p) for s, e, n, h, r, p in words[low:end]],
            titled=titled[low:end],
            candidates=[(f - low, l - low, min(max(h, f), l) - low, FORMS.index(form), ps)
                        for f, l, h, form, ps in found["candidates"] if inside((f, l))],
            times=[(f - low, l - low, a, b, r) for f, l, a, b, r in found["times"] if inside((f, l))],
            core=(start - low, end - low)))
        mark(out[-1], gold)
    return out


# --- what the annotators marked ---------------------------------------------------------------------------------------

def span(text, words):
    """Offsets of marked words in a text; bars set off the ones that are meant."""
    if words.count("|") == 2:
        a, b, c = words.split("|")
        at = text.find(a + b + c)
        return None if at < 0 else (at + len(a), at + len(a) + len(b))
    at = text.find(words)
    return None if at < 0 else (at, at + len(words))


def mark(window, gold):
    """Gives a window the acts whose words lie in its own part."""
    text = (gold["title"] + "\n\n" if gold.get("title") else "") + gold["text"]
    # Where the text repeats the title, it was read without; offsets of the marks are those of title and text.
    shift = window.text.find(gold["text"][:200]) - text.find(gold["text"][:200])

    def at(words):
        found = span(text, words)
        if found is None:
            return set()
        start, end = found[0] + shift, found[1] + shift
        return {k for k, w in enumerate(window.words) if w[0] < end and w[1] > start}

    for one in gold["acts"]:
        word = head_of(window, at(one["words"]))
        if word is None or not window.core[0] <= word < window.core[1]:
            continue
        roles = []
        for role in ("actors", "targets"):
            parties = set()
            for party in one[role]:
                wanted = ALIASES.get(party.get("party"), party.get("party"))
                here = at(party["words"])
                over = [c for c in window.candidates if here & set(range(c[0], c[1] + 1)) and c[4]]
                hit = [c for c in over if wanted in c[4]]
                if hit:
                    parties.add(wanted)
                elif over and wanted is None:
                    pass
                elif any(wanted in c[4] for c in window.candidates):
                    parties.add(wanted)
                elif over:
                    parties.update(over[-1][4])
                else:
                    window.lost += 1
            roles.append(parties)
        date, speaker = one.get("date"), one.get("speaker")
        act = Act(word, ACTS.index(one["act"]), int(one["polarity"] == "negative"), MODALITIES.index(one["modality"]),
                  *roles)
        act.times = chosen(at, date, window.times)
        act.speakers = chosen(at, speaker, window.candidates)
        if act.speakers is None and speaker and speaker.get("party"):
            act.speakers = [i for i, c in enumerate(window.candidates) if speaker["party"] in c[4]] or None
        if one["act"] in ("recognise", "withdraw-recognition"):
            act.object = OBJECTS.index(one["object"]) if one.get("object") in OBJECTS else 0
        if "mission" in one["act"] or "envoy" in one["act"]:
            act.side = SIDES.index(one.get("side")) if one.get("side") in SIDES else 0
        window.acts.append(act)


def chosen(at, marked, options):
    if marked is None:
        return []
    here = at(marked.get("words") or "")
    return [i for i, o in enumerate(options) if here & set(range(o[0], o[1] + 1))] or None


def head_of(window, words):
    """The word of a stretch on which the others hang."""
    top = [k for k in sorted(words) if window.words[k][3] not in words]
    content = [k for k in top if window.words[k][5] in CONTENT]
    return (content or top or [None])[0]


# --- grammar in numbers -----------------------------------------------------------------------------------------------

def fnv(text):
    """FNV-1a in 32 bits over the characters of ASCII text."""
    value = 2166136261
    for c in text:
        value = ((value ^ ord(c)) * 16777619) & 0xFFFFFFFF
    return value


def path(words, word, other):
    """The way in the tree from a candidate's head to a word, hashed; 0 where there is none."""
    up = [word]
    while words[up[-1]][3] >= 0 and len(up) < 20:
        up.append(words[up[-1]][3])
    place = {w: i for i, w in enumerate(up)}
    steps, at = [], other
    while at >= 0 and len(steps) < 20:
        if at in place:
            meet = place[at]
            below = ">".join(words[w][4].split(":")[0] for w in up[: min(meet, 2)])
            return fnv(f"{'>'.join(steps[-4:])}|{min(meet, 3)}|{below}") % (PATHS - 1) + 1
        relation = words[at][4]
        steps.append(relation if relation == "nsubj:pass" else relation.split(":")[0])
        at = words[at][3]
    return 0


def around(window, word):
    """What governs a word (up to six steps), and the small words that hang on it and on what governs it."""
    up, at = [], word
    while at >= 0 and len(up) < 6:
        up.append(at)
        at = window.words[at][3]
    if not hasattr(window, "small"):
        window.small = defaultdict(list)
        for i, w in enumerate(window.words):
            if w[3] >= 0 and w[4].split(":")[0] in SIDE_RELATIONS:
                window.small[w[3]].append(i)
    side = [i for w in up for i in window.small[w] if i not in up]
    return up, side or up[:1]


def distance(words, word, first):
    """Bucket of the distance in words, 0 to 19, and in sentences, 0 to 7."""
    x = first - word
    near = min(9, int(math.log2(abs(x) + 1) * 1.3)) + (10 if x > 0 else 0)
    return near, max(-3, min(4, words[word][2] - words[first][2])) + 3


# --- word pieces ------------------------------------------------------------------------------------------------------

class Pieces:
    """Word pieces of words, and names of parties to exchange."""

    def __init__(self, tokenizer):
        self.tokenizer, self.known = tokenizer, {}
        self.names = defaultdict(lambda: defaultdict(list))

    def of(self, word):
        if word not in self.known:
            ids = self.tokenizer.convert_tokens_to_ids(self.tokenizer.tokenize(word))
            self.known[word] = (ids or [self.tokenizer.unk_token_id])[:12]
        return self.known[word]

    def learn_names(self, windows):
        for w in windows:
            for f, l, _, form, parties in w.candidates:
                if len(parties) == 1 and FORMS[form] in RENAMED:
                    self.names[FORMS[form]][parties[0]].append([w.text[a:b] for a, b, *_ in w.words[f : l + 1]])

    def renamed(self, window, share):
        """Other pieces for the names of a share of the parties: another party's, of the same form."""
        new, to, taken = {}, {}, set()
        for f, l, _, form, parties in window.candidates:
            form = FORMS[form]
            here = set(range(f, l + 1))
            if len(parties) != 1 or form not in RENAMED or taken & here:
                continue
            taken |= here
            if parties[0] not in to:
                to[parties[0]] = random.choice(list(self.names["name"])) if random.random() < share else None
            other = to[parties[0]]
            if other and self.names[form].get(other):
                new.update({k: [] for k in here})
                new[f] = sum((self.of(x) for x in random.choice(self.names[form][other])), [])
        return new

    def encode(self, window, renaming=0.0):
        """Ids, marks, and the first and last piece of each word that fits."""
        new = self.renamed(window, renaming) if renaming else {}
        marks = marks_of(window)
        ids, mark, first, last = [self.tokenizer.cls_token_id], [0], [], []
        for k, (a, b, *_) in enumerate(window.words):
            pieces = new[k] if k in new else self.of(window.text[a:b])
            if not pieces and first:
                first.append(first[-1]); last.append(last[-1])
                continue
            pieces = pieces or [self.tokenizer.unk_token_id]
            if len(ids) + len(pieces) > MAX_PIECES:
                break
            first.append(len(ids)); ids += pieces; mark += [marks[k]] * len(pieces); last.append(len(ids) - 1)
        return ids + [self.tokenizer.sep_token_id], mark + [0], first, last


def marks_of(window):
    """What a word belongs to: the form of a candidate, a time, the title, or nothing."""
    marks = [TITLE_MARK if t else 0 for t in window.titled]
    for f, l, *_ in window.times:
        marks[f : l + 1] = [TIME_MARK] * (l + 1 - f)
    for f, l, _, form, _ in reversed(window.candidates):
        marks[f : l + 1] = [form + 1] * (l + 1 - f)
    return marks
