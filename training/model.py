"""The joint encoder: MiniLM with an embedding of letter case, and one head for each layer of annotation."""

import torch
from torch import nn
from torch.nn import functional as F

LAYERS, HIDDEN, HEADS, INNER = 6, 384, 12, 1536
ARC, REL, LINK = 256, 128, 96


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x, mask):
        """`mask` (batch, pieces, pieces) is true where a piece may look at another."""
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None])
        a = a.transpose(1, 2).reshape(b, n, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(a)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Piece ids, letter cases, positions in the sentence and numbers of the sentence, each of shape (batch, pieces), in;
    vectors (batch, pieces, 384) out. Several sentences stand in a row; a piece looks at its own sentence alone."""

    def __init__(self, vocabulary: int):
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.cases = nn.Embedding(6, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, pieces, cases, positions, sentences):
        mask = sentences[:, :, None] == sentences[:, None, :]
        x = self.words(pieces) + self.cases(cases) + self.positions(positions)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_minilm(self, tensors):
        """Takes the weights of the MiniLM checkpoint; its one token type is added to the positions."""
        t = {k.removeprefix("bert."): v for k, v in tensors.items()}
        with torch.no_grad():
            self.words.weight.copy_(t["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(t["embeddings.position_embeddings.weight"] + t["embeddings.token_type_embeddings.weight"][0])
            self.cases.weight.zero_()
            self.norm.weight.copy_(t["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(t["embeddings.LayerNorm.bias"])
            for i, layer in enumerate(self.layers):
                p = f"encoder.layer.{i}."
                for kind in ("weight", "bias"):
                    a = p + "attention.self."
                    getattr(layer.qkv, kind).copy_(torch.cat([t[f"{a}{x}.{kind}"] for x in ("query", "key", "value")]))
                    getattr(layer.out, kind).copy_(t[f"{p}attention.output.dense.{kind}"])
                    getattr(layer.norm1, kind).copy_(t[f"{p}attention.output.LayerNorm.{kind}"])
                    getattr(layer.up, kind).copy_(t[f"{p}intermediate.dense.{kind}"])
                    getattr(layer.down, kind).copy_(t[f"{p}output.dense.{kind}"])
                    getattr(layer.norm2, kind).copy_(t[f"{p}output.LayerNorm.{kind}"])


def spread(words, mask):
    """The rows (words, …) of all sentences as (sentences, longest, …), zeros where no word is."""
    out = words.new_zeros(*mask.shape, *words.shape[1:])
    out[mask] = words
    return out


class Parser(nn.Module):
    """Biaffine attention over words (Dozat and Manning 2017). Candidate head 0 is a learned root vector."""

    def __init__(self, relations: int):
        super().__init__()
        self.root = nn.Parameter(torch.randn(HIDDEN) * 0.02)
        # One product for all four views: arc dependent, arc head, relation dependent, relation head.
        self.views = nn.Linear(HIDDEN, 2 * ARC + 2 * REL)
        self.arc = nn.Parameter(torch.empty(ARC, ARC))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.rel = nn.Parameter(torch.empty(relations, REL, REL))
        self.rel_dep = nn.Linear(REL, relations)
        self.rel_head = nn.Linear(REL, relations, bias=False)
        self.dropout = nn.Dropout(0.2)
        nn.init.xavier_uniform_(self.arc)
        nn.init.xavier_uniform_(self.rel)

    def forward(self, words, mask):
        """`words` (words, 384) of all sentences, `mask` (sentences, longest) where they stand."""
        views = self.dropout(F.leaky_relu(self.views(words), 0.1))
        root = self.dropout(F.leaky_relu(self.views(self.root), 0.1)).expand(len(mask), 1, -1)
        arc_dep, arc_head, rel_dep, rel_head = (spread(v, mask) for v in (views[:, :ARC] @ self.arc, *views[:, ARC:].split([ARC, REL, REL], dim=-1)))
        arc_head = torch.cat([root[..., ARC : 2 * ARC], arc_head], 1)
        # arcs[b, d, h]: the score of word d + 1 hanging on node h.
        arcs = arc_dep @ arc_head.transpose(1, 2) + (arc_head @ self.arc_bias)[:, None, :]
        return arcs, rel_dep, torch.cat([root[..., -REL:], rel_head], 1)

    def relations(self, dep, head):
        """Scores (…, relations) of dependents and their heads, both (…, 128)."""
        inner = torch.einsum("ni,rij->nrj", dep, self.rel)
        return torch.einsum("nrj,nj->nr", inner, head) + self.rel_dep(dep) + self.rel_head(head)


class Coreference(nn.Module):
    """Scores of a word standing for the same thing as an earlier one (word-level coreference: Dobrovolskii 2021, without its second step)."""

    DISTANCES = 10

    def __init__(self):
        super().__init__()
        self.views = nn.Linear(HIDDEN, 2 * LINK)
        self.distance = nn.Embedding(self.DISTANCES, 1)
        self.same = nn.Parameter(torch.zeros(1))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, words, place, spelling):
        """Vectors (mentions, 384), the number of each one's sentence, and of its spelling. Scores (mentions, mentions + 1):
        the first is for none, the others for each mention before."""
        anaphor, antecedent = self.views(words).split(LINK, dim=-1)
        n = len(words)
        far = place[:, None] - place[None, :]
        bucket = torch.where(far < 5, far.clamp(min=0), (far.clamp(min=1).float().log2() + 2.7).long()).clamp(max=self.DISTANCES - 1)
        s = anaphor @ antecedent.T / LINK**0.5 + self.distance(bucket)[..., 0] + self.same * (spelling[:, None] == spelling[None, :]) + self.bias
        s = s.masked_fill(~torch.ones(n, n, dtype=torch.bool).tril(-1), -1e4)
        return torch.cat([s.new_zeros(n, 1), s], 1)


class Joint(nn.Module):
    TAGS = ("upos", "xpos", "feats", "lemma", "names")

    def __init__(self, vocabulary: int, labels):
        super().__init__()
        self.encoder = Encoder(vocabulary)
        self.sizes = [len(getattr(labels, k)) for k in self.TAGS]
        self.tags = nn.Linear(HIDDEN, sum(self.sizes))
        self.parser = Parser(len(labels.relations))
        self.cue = nn.Linear(HIDDEN, 1)
        self.coreference = Coreference()
        self.dropout = nn.Dropout(0.1)

    def vectors(self, x):
        """The vectors (words, 384) of the words of a batch, as `train.tensors` makes it, sentence after sentence."""
        pieces = self.encoder(x["pieces"], x["cases"], x["positions"], x["sentences"])
        return self.dropout(pieces.flatten(0, 1)[x["first"][x["words"]]])

    def forward(self, words, mask):
        return self.tags(words).split(self.sizes, dim=-1), self.parser(words, mask)


def antecedents(model, words, x, y):
    """The scores of the batch's gold mentions for each earlier one, and which of these are right."""
    known = y["entities"] >= 0
    b, w = known.nonzero(as_tuple=True)
    entity = y["entities"][known]
    right = (entity[:, None] == entity[None, :]).tril(-1)
    right = torch.cat([~right.any(1, keepdim=True), right], 1)
    return model.coreference(words[known[x["words"]]], b, x["spelling"][known]), right
