"""The joint encoder: MiniLM with an embedding of letter case, and one head for each layer of annotation."""

import torch
from torch import nn
from torch.nn import functional as F

LAYERS, HIDDEN, HEADS, INNER = 6, 384, 12, 1536
ARC, REL = 256, 128


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
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        a = a.transpose(1, 2).reshape(b, n, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(a)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Piece ids and letter cases of shape (batch, pieces) in, vectors (batch, pieces, 384) out."""

    def __init__(self, vocabulary: int):
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.cases = nn.Embedding(6, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, pieces, cases, mask):
        x = self.words(pieces) + self.cases(cases) + self.positions.weight[: pieces.shape[1]]
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

    def forward(self, words):
        b = words.shape[0]
        nodes = torch.cat([self.root.expand(b, 1, -1), words], dim=1)
        views = self.dropout(F.leaky_relu(self.views(nodes), 0.1))
        arc_dep, arc_head, rel_dep, rel_head = views.split([ARC, ARC, REL, REL], dim=-1)
        # arcs[b, d, h]: the score of word d + 1 hanging on node h.
        arcs = (arc_dep[:, 1:] @ self.arc) @ arc_head.transpose(1, 2) + (arc_head @ self.arc_bias)[:, None, :]
        return arcs, rel_dep[:, 1:], rel_head

    def relations(self, dep, head):
        """Scores (…, relations) of dependents and their heads, both (…, 128)."""
        inner = torch.einsum("ni,rij->nrj", dep, self.rel)
        return torch.einsum("nrj,nj->nr", inner, head) + self.rel_dep(dep) + self.rel_head(head)


class Joint(nn.Module):
    TAGS = ("upos", "xpos", "feats", "lemma", "names")

    def __init__(self, vocabulary: int, labels):
        super().__init__()
        self.encoder = Encoder(vocabulary)
        self.sizes = [len(getattr(labels, k)) for k in self.TAGS]
        self.tags = nn.Linear(HIDDEN, sum(self.sizes))
        self.parser = Parser(len(labels.relations))
        self.dropout = nn.Dropout(0.1)

    def forward(self, pieces, cases, mask, first):
        """`first` (batch, words) is the position of each word's first piece."""
        x = self.encoder(pieces, cases, mask)
        words = x.gather(1, first[..., None].expand(-1, -1, HIDDEN))
        words = self.dropout(words)
        return self.tags(words).split(self.sizes, dim=-1), self.parser(words)
