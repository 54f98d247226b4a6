"""Windows as tensors: everything that the heads need is laid out once for each window and joined for a batch."""
import numpy as np
import torch

from data import ACTS, MUTUAL, around, distance


class Layout:
    """The acts of a window with all that each is held against. `choices` are (word, act) pairs."""

    def __init__(self, window, choices):
        self.choices = choices
        n, m, t = len(choices), len(window.candidates), len(window.times)
        self.pair_trigger = np.repeat(np.arange(n), m)
        self.pair_candidate = np.tile(np.arange(m), n)
        self.path, self.near, self.sentences = [], [], []
        self.time_trigger, self.time = np.repeat(np.arange(n), t), np.tile(np.arange(t), n)
        self.time_near, self.time_sentences = [], []
        self.up, self.side = [], []
        for word, _ in choices:
            self.path += window.paths_from(word)
            for c in window.candidates:
                d, s = distance(window.words, word, c[0])
                self.near.append(d); self.sentences.append(s)
            for c in window.times:
                d, s = distance(window.words, word, c[0])
                self.time_near.append(d); self.time_sentences.append(s)
            up, side = around(window, word)
            self.up.append(up); self.side.append(side)


def rows(lists, offset):
    """Lists of words as rows of one width, short ones filled with their first."""
    width = max(len(x) for x in lists)
    return [[offset + w for w in x + [x[0]] * (width - len(x))] for x in lists]


def words_of(model, encoded):
    """Word vectors of a batch, in one row after another, and where each window begins."""
    longest = max(len(ids) for ids, *_ in encoded)
    ids = torch.zeros(len(encoded), longest, dtype=torch.long)
    marks, attention = torch.zeros_like(ids), torch.zeros_like(ids)
    first, last, starts = [], [], []
    for i, (piece, mark, f, l) in enumerate(encoded):
        ids[i, : len(piece)] = torch.tensor(piece)
        marks[i, : len(piece)] = torch.tensor(mark)
        attention[i, : len(piece)] = 1
        starts.append(len(first))
        first += [i * longest + x for x in f]
        last += [i * longest + x for x in l]
    pieces = model.pieces(ids, marks, attention).flatten(0, 1)
    return model.words(pieces, torch.tensor(first), torch.tensor(last)), starts


def scores(model, words, starts, windows, layouts):
    """The heads over all acts of a batch. Gives None where there are none."""
    tensor = lambda xs: torch.tensor(np.concatenate([np.asarray(x, dtype=np.int64) for x in xs]) if xs else [])
    acts, trigger, act = 0, [], []
    pt, pc, near, sent, form, path, cf, cl, ch = ([] for _ in range(9))
    tt, ti, tn, ts, tf, tl = ([] for _ in range(6))
    up, side, c_base, t_base = [], [], 0, 0
    for base, window, lay in zip(starts, windows, layouts):
        trigger.append([base + w for w, _ in lay.choices]); act.append([a for _, a in lay.choices])
        pt.append(lay.pair_trigger + acts); pc.append(lay.pair_candidate + c_base)
        near.append(lay.near); sent.append(lay.sentences); path.append(lay.path)
        form.append([window.candidates[c][3] for c in lay.pair_candidate])
        cf.append([base + c[0] for c in window.candidates]); cl.append([base + c[1] for c in window.candidates])
        ch.append([base + c[2] for c in window.candidates])
        tt.append(lay.time_trigger + acts); ti.append(lay.time + t_base); tn.append(lay.time_near)
        ts.append(lay.time_sentences)
        tf.append([base + c[0] for c in window.times]); tl.append([base + c[1] for c in window.times])
        up += [[base + w for w in x] for x in lay.up]; side += [[base + w for w in x] for x in lay.side]
        acts += len(lay.choices); c_base += len(window.candidates); t_base += len(window.times)
    if acts == 0:
        return None
    trigger, act = tensor(trigger), tensor(act)
    candidates = model.candidates(words, tensor(cf), tensor(cl), tensor(ch))
    pair_trigger, pair_candidate = tensor(pt), tensor(pc)
    roles = model.roles(words, candidates, trigger, act, pair_trigger, pair_candidate, tensor(near), tensor(sent),
                        tensor(form), tensor(path))
    time_trigger = tensor(tt)
    dates = model.dates(words, tensor(tf), tensor(tl), trigger, time_trigger, tensor(ti), tensor(tn), tensor(ts))
    return dict(trigger=trigger, act=act, roles=roles, pair_trigger=pair_trigger, dates=dates,
                time_trigger=time_trigger, alone=model.alone(words, trigger, act),
                stance=model.stances(words, trigger, act, torch.tensor(rows(up, 0)), torch.tensor(rows(side, 0))))


class Labels:
    """What the heads should have said of the acts of a window, in the order of its layout."""

    def __init__(self, window, size):
        merged = {}
        for one in window.acts:
            if one.word < size:
                merged.setdefault((one.word, one.act), []).append(one)
        self.choices = list(merged)
        self.core = np.zeros(size, bool)
        self.core[window.core[0] : window.core[1]] = True
        # One row for each party of each act and role: the pairs (number of the act, candidate) whose scores it joins.
        self.join_row, self.join_pair, self.join_role, self.target = [], [], [], []
        self.speaker, self.time, self.stance = [], [], []
        m = len(window.candidates)
        parties = {}
        for i, c in enumerate(window.candidates):
            if c[1] < size:
                for p in c[4]:
                    parties.setdefault(p, []).append(i)
        for n, (key, entries) in enumerate(merged.items()):
            actors = set().union(*(e.actors for e in entries))
            targets = set().union(*(e.targets for e in entries))
            if ACTS[key[1]] in MUTUAL and not (actors and targets):
                actors = targets = actors | targets
            for role, filled in enumerate((actors, targets)):
                for party, places in parties.items():
                    row = len(self.target)
                    self.target.append(float(party in filled)); self.join_role.append(role)
                    self.join_row += [row] * len(places); self.join_pair += [n * m + i for i in places]
            first = entries[0]
            ok = lambda e, field: getattr(e, field)
            speakers = sum((e.speakers for e in entries if e.speakers is not None), [])
            known = any(e.speakers is not None for e in entries)
            self.speaker.append(None if not known else [n * m + i for i in speakers])
            times = sum((e.times for e in entries if e.times is not None), [])
            known = any(e.times is not None for e in entries)
            self.time.append(None if not known else [n * len(window.times) + i for i in times])
            for e in entries:
                self.stance.append((n, e.polarity, e.modality, -1 if e.object is None else e.object,
                                    -1 if e.side is None else e.side))
