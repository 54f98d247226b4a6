"""The network: one encoder; heads for acts, roles, speakers, stance and dates.

Both halves are exported: `encode` gives a vector for each word and the scores of the acts; `choose` scores, for acts at
words, who fills the roles and says so, how the act is meant, and which time dates it.
"""
import torch
from torch import nn
from transformers import AutoModel

from data import ACTS, FORMS, MARKS, MODALITIES, OBJECTS, PATHS, SIDES

PAIR, TIME = 160, 96
STANCE = 2 + len(MODALITIES) + len(OBJECTS) + len(SIDES)


class Reader(nn.Module):
    def __init__(self, encoder, layers=None):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder, add_pooling_layer=False, attn_implementation="eager")
        if layers:
            self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        wide = self.encoder.config.hidden_size
        drop = lambda: nn.Dropout(0.2)
        self.mark = nn.Embedding(MARKS, wide)
        nn.init.normal_(self.mark.weight, std=0.02)
        self.drop = drop()
        self.act = nn.Sequential(nn.Linear(wide, wide), nn.GELU(), drop(), nn.Linear(wide, len(ACTS)))
        nn.init.constant_(self.act[-1].bias, -4.0)
        self.act_vector = nn.Embedding(len(ACTS), 48)
        self.word_pair = nn.Linear(wide, PAIR)
        self.candidate_pair = nn.Linear(wide * 2, PAIR)
        self.near, self.sentences = nn.Embedding(20, 16), nn.Embedding(8, 16)
        self.form, self.path = nn.Embedding(len(FORMS), 16), nn.Embedding(PATHS, 40)
        self.role = nn.Sequential(nn.Linear(PAIR * 3 + 48 * 2 + 40, 192), nn.GELU(), drop(), nn.Linear(192, 3))
        self.nobody = nn.Sequential(nn.Linear(wide + 48, 64), nn.GELU(), nn.Linear(64, 1))
        self.word_time, self.time_pair = nn.Linear(wide, TIME), nn.Linear(wide, TIME)
        self.date = nn.Sequential(nn.Linear(TIME * 3 + 32, 96), nn.GELU(), nn.Linear(96, 1))
        self.undated = nn.Sequential(nn.Linear(wide + 48, 64), nn.GELU(), nn.Linear(64, 1))
        self.governor = nn.Linear(wide, 96)
        self.stance = nn.Sequential(nn.Linear(wide + 48 + 96 * 2, 160), nn.GELU(), drop(), nn.Linear(160, STANCE))

    def pieces(self, ids, marks, attention):
        """Vectors of word pieces: [texts, pieces, wide]."""
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.mark(marks)
        return self.drop(self.encoder(inputs_embeds=embedded, attention_mask=attention).last_hidden_state)

    def words(self, pieces, first, last):
        """The mean of each word's pieces; `pieces` of one text or of a row of texts."""
        return spans(pieces, first, last)

    def candidates(self, words, first, last, head):
        return self.candidate_pair(torch.cat([spans(words, first, last), words[head]], -1))

    def roles(self, words, candidates, trigger, act, pair_trigger, pair_candidate, near, sentences, form, path):
        """Scores for each pair of an act and a candidate: actor, target, speaker."""
        t = self.word_pair(words[trigger])[pair_trigger]
        c = candidates[pair_candidate]
        return self.role(torch.cat([
            self.path(path), t, c, t * c, self.act_vector(act)[pair_trigger], self.near(near),
            self.sentences(sentences), self.form(form)], -1))

    def alone(self, words, trigger, act):
        """Scores that nobody says so, and that nothing dates it: [acts, 2]."""
        both = torch.cat([words[trigger], self.act_vector(act)], -1)
        return torch.cat([self.nobody(both), self.undated(both)], -1)

    def dates(self, words, first, last, trigger, pair_trigger, pair_time, near, sentences):
        t = self.word_time(words[trigger])[pair_trigger]
        c = self.time_pair(spans(words, first, last))[pair_time]
        return self.date(torch.cat([t, c, t * c, self.near(near), self.sentences(sentences)], -1))[:, 0]

    def stances(self, words, trigger, act, up, side):
        """Polarity, modality, object and side; `up` and `side` are rows of words, short ones filled with repetitions."""
        g = self.governor(words)
        return self.stance(torch.cat([
            words[trigger], self.act_vector(act), g[up].max(1).values, g[side].max(1).values], -1))


def spans(vectors, first, last):
    """Means of stretches of rows, both ends inclusive."""
    total = torch.cat([torch.zeros_like(vectors[:1]), vectors.cumsum(0)])
    return (total[last + 1] - total[first]) / (last - first + 1)[:, None].to(vectors.dtype)
