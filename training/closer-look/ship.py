"""Writes closer-look/weights.bin, as closer-look/src/weights.rs reads it, and what the network says of a few texts, for its tests.

`python training/closer-look/ship.py NETWORK.pt` writes them from a network that `train.py --keep` has kept.
"""

import json
import struct
import subprocess
import sys

import torch
from network import ROOT, Network
from quantise import steps

WEIGHTS = ROOT / "closer-look/weights.bin"
SAID = ROOT / "closer-look/tests/said.jsonl"


def stepped(weights):
    """Rows in steps: the parts of the rows (f32), the steps of the groups (u8), two weights a byte, the first in the low half."""
    whole, parts, part = steps(weights.detach())
    nibbles = (whole.reshape(weights.shape).to(torch.int16) + 8).to(torch.uint8)
    pairs = nibbles[:, 0::2] | (nibbles[:, 1::2] << 4)
    return part.float().numpy().astype("<f4").tobytes() + parts.to(torch.uint8).numpy().tobytes() + pairs.contiguous().numpy().tobytes()


def plain(weights):
    return weights.detach().float().numpy().astype("<f4").tobytes()


def write(network):
    words = network.words
    embeddings = words.embeddings
    of_norm = lambda norm: plain(norm.weight) + plain(norm.bias)
    behind = lambda matrix: matrix.parametrizations.weight.original if hasattr(matrix, "parametrizations") else matrix.weight
    out = struct.pack("<4sI", b"CLK2", embeddings.word_embeddings.num_embeddings)
    out += stepped(behind(embeddings.word_embeddings))
    out += plain(embeddings.position_embeddings.weight) + plain(embeddings.token_type_embeddings.weight) + of_norm(embeddings.LayerNorm)
    for layer in words.encoder.layer:
        attention = layer.attention
        for matrix in (attention.self.query, attention.self.key, attention.self.value, attention.output.dense):
            out += stepped(behind(matrix)) + plain(matrix.bias)
        out += of_norm(attention.output.LayerNorm)
        for matrix in (layer.intermediate.dense, layer.output.dense):
            out += stepped(behind(matrix)) + plain(matrix.bias)
        out += of_norm(layer.output.LayerNorm)
    for ends in (network.heads, network.pointers):
        out += plain(ends.weight) + plain(ends.bias)
    WEIGHTS.write_bytes(out)


def pieces_of(drafts):
    """What the network is shown of each draft, passage by passage."""
    command = ["cargo", "run", "--quiet", "--release", "--example", "closer_look_pieces"]
    lines = "".join(json.dumps(draft) + "\n" for draft in drafts)
    done = subprocess.run(command, cwd=ROOT, input=lines, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def as_draft(text):
    site, surface, audience = text["place"].split()
    return {"text": text["passage"], "site": site, "surface": surface, "audience": audience, "in_reply_to": text["answered"]}


def say(network):
    """Adds to each text of the tests its pieces, and what the network says of it, and of one of these pieces."""
    texts = [json.loads(line) for line in SAID.read_text(encoding="utf-8").splitlines()]
    for text, [shown, *_] in zip(texts, pieces_of([as_draft(text) for text in texts]), strict=True):
        text["ids"], text["answered_from"] = shown["ids"], shown["answered_from"]
        with torch.no_grad():
            scores, pointed = network.eval()(torch.tensor([text["ids"]]), torch.tensor([text["answered_from"]]))
        text["scores"] = [round(float(score), 3) for score in scores[0]]
        text["pointed"] = [round(float(score), 3) for score in pointed[0][text["piece"]]]
    SAID.write_text("".join(json.dumps(text, ensure_ascii=False) + "\n" for text in texts), encoding="utf-8")


def main():
    network = Network()
    network.step()
    network.load_state_dict(torch.load(sys.argv[1]))
    write(network)
    say(network)


if __name__ == "__main__":
    main()
