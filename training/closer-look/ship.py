"""Writes closer-look/weights.bin, as closer-look/src/weights.rs reads it, and what the network says of a few texts, for its tests.

`python training/closer-look/ship.py NETWORK.pt` writes them from a network that `train.py --keep` has kept.
"""

import json
import struct
import subprocess
import sys

import numpy as np
import torch
from network import ROOT, Network
from quantise import GROUP, steps

WEIGHTS = ROOT / "closer-look/weights.bin"
SAID = ROOT / "closer-look/tests/said.jsonl"


def stepped(weights):
    """Rows in steps: the parts of the rows (f32), the steps of the groups (u8), two weights a byte, the first in the low half."""
    whole, parts, part = steps(weights.detach())
    nibbles = (whole.reshape(weights.shape).to(torch.int16) + 8).to(torch.uint8)
    pairs = nibbles[:, 0::2] | (nibbles[:, 1::2] << 4)
    return part.float().numpy().astype("<f4").tobytes() + parts.to(torch.uint8).numpy().tobytes() + pairs.contiguous().numpy().tobytes()


def from_steps(file, shape):
    rows, columns = shape
    part = np.frombuffer(file.read(4 * rows), "<f4").reshape(rows, 1, 1)
    parts = np.frombuffer(file.read(rows * columns // GROUP), np.uint8).reshape(rows, -1, 1)
    pairs = np.frombuffer(file.read(rows * columns // 2), np.uint8).reshape(rows, -1)
    whole = np.stack([pairs & 15, pairs >> 4], 2).astype(np.float32) - 8
    return torch.tensor(whole.reshape(rows, -1, GROUP) * parts * part).reshape(shape)


def plain(weights):
    return weights.detach().float().numpy().astype("<f4").tobytes()


def from_plain(file, shape):
    return torch.tensor(np.frombuffer(file.read(4 * shape.numel()), "<f4").reshape(shape))


def parts(network):
    """What ships, in its order: how each part is written, how it is read, and the part."""
    matrix = lambda module: (stepped, from_steps, module.parametrizations.weight.original if hasattr(module, "parametrizations") else module.weight)
    whole = lambda weights: (plain, from_plain, weights)
    both = lambda module: (whole(module.weight), whole(module.bias))
    embeddings = network.words.embeddings
    yield matrix(embeddings.word_embeddings)
    yield from (whole(embeddings.position_embeddings.weight), whole(embeddings.token_type_embeddings.weight), *both(embeddings.LayerNorm))
    for layer in network.words.encoder.layer:
        attention = layer.attention
        for module in (attention.self.query, attention.self.key, attention.self.value, attention.output.dense):
            yield from (matrix(module), whole(module.bias))
        yield from both(attention.output.LayerNorm)
        for module in (layer.intermediate.dense, layer.output.dense):
            yield from (matrix(module), whole(module.bias))
        yield from both(layer.output.LayerNorm)
    for ends in (network.heads, network.pointers, network.naming):
        yield from both(ends)


def begins(network):
    return struct.pack("<4sI", b"CLK3", network.words.embeddings.word_embeddings.num_embeddings)


def write(network):
    WEIGHTS.write_bytes(begins(network) + b"".join(written(part) for written, _, part in parts(network)))


def write_naming(network):
    """Only what tells names, which stands last: all else written again would be rounded again."""
    *_, weights, bias = (written(part) for written, _, part in parts(network))
    WEIGHTS.write_bytes(WEIGHTS.read_bytes()[: -len(weights + bias)] + weights + bias)


def shipped():
    """The network that ships, its weights in steps."""
    network = Network()
    network.step()
    with WEIGHTS.open("rb") as file:
        if file.read(8) != begins(network):
            raise SystemExit(f"{WEIGHTS} belongs to another vocabulary: train the network anew, without --later")
        for _, read, part in parts(network):
            part.data = read(file, part.shape)
        assert not file.read(1), "more weights than the network has"
    return network


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
            shown = (torch.tensor([text["ids"]]), torch.tensor([text["answered_from"]]))
            [scores, pointed], named = network.eval()(*shown), network.named(*shown)
        text["scores"] = [round(float(score), 3) for score in scores[0]]
        text["pointed"] = [round(float(score), 3) for score in pointed[0][text["piece"]]]
        text["named"] = round(float(named[0][text["piece"]]), 3)
    SAID.write_text("".join(json.dumps(text, ensure_ascii=False) + "\n" for text in texts), encoding="utf-8")


def main():
    network = Network()
    network.step()
    network.load_state_dict(torch.load(sys.argv[1]))
    write(network)
    say(network)


if __name__ == "__main__":
    main()
