"""Teaches the network to tell names of people; all else that it knows stays as it is.

`python training/closer-look/names.py` teaches the network that ships, in five minutes; `train.py` does the same at its end. The posts are
those of the tagger (`training/names`): WNUT-17 train and Broad Twitter train, both CC BY 4.0, and our own.
"""

import json
import os
import random
import re
from pathlib import Path

import torch
from network import ROOT
from ship import pieces_of, say, shipped, write_naming

from corpus import utf16

SEED = 20261123
SETS = ("wnut17/train.jsonl", "broad_twitter/train.jsonl")
PERSON = ("person", "PER")
OWN = ROOT / "training/names/posts.jsonl"
# Where the posts are said to stand: names stand anywhere.
SITES = ("facebook", "x", "linkedin", "other")
EPOCHS, BATCH, PIECES, RATE, SLOWER = 8, 64, 512, 3e-3, 0.6


def of_set(line):
    post = json.loads(line)
    place = lambda at: utf16(post["text"][:at])
    return post["text"], [(place(start), place(end)) for start, end, label in post["spans"] if label in PERSON]


def own(line):
    """A name is marked wherever it stands as a whole word."""
    post = json.loads(line)
    found = [match for name in post["names"] for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", post["text"])]
    return post["text"], [(utf16(post["text"][: match.start()]), utf16(post["text"][: match.end()])) for match in found]


def marked():
    """Texts with the places of the names in them, in UTF-16 code units."""
    folder = os.environ.get("CHAPERONE_PUBLIC_DATA")
    if not folder:
        raise SystemExit("Names are learned from public posts: set CHAPERONE_PUBLIC_DATA to a folder with " + ", ".join(SETS))
    read = lambda path: path.read_text(encoding="utf-8").splitlines()
    return [of_set(line) for name in SETS for line in read(Path(folder) / name)] + [own(line) for line in read(OWN)]


def pieces(network, texts):
    """The numbers of every piece after each layer, and whether it belongs to a name. Accounts are left out: they are told by their sign."""
    shown = pieces_of([{"text": text, "site": random.choice(SITES), "audience": "public"} for text, _ in texts])
    passages = [(text, names, seen) for (text, names), of_text in zip(texts, shown, strict=True) for seen in of_text]
    passages.sort(key=lambda passage: len(passage[2]["ids"]))
    numbers, wanted = [], []
    for at in range(0, len(passages), BATCH):
        chosen = passages[at : at + BATCH]
        longest = max(len(seen["ids"]) for *_, seen in chosen)
        ids = torch.tensor([seen["ids"] + [0] * (longest - len(seen["ids"])) for *_, seen in chosen])
        with torch.no_grad():
            layers = torch.cat(network.layers(ids, torch.tensor([seen["answered_from"] for *_, seen in chosen]))[0], 2).half()
        for (text, names, seen), layers in zip(chosen, layers):
            units = text.encode("utf-16-le")
            is_account = lambda start: b"@\0" in (units[2 * start - 2 : 2 * start], units[2 * start : 2 * start + 2])
            for piece, (start, end) in enumerate(seen["words"]):
                start, end = start + seen["start"], end + seen["start"]
                if not is_account(start):
                    numbers.append(layers[seen["passage_from"] + piece])
                    wanted.append(any(start < ends and begins < end for begins, ends in names))
    return torch.stack(numbers), torch.tensor(wanted, dtype=torch.float32)


def teach(network, texts):
    """Teaches it what tells names in such texts: a linear head over the numbers of a piece after all layers.

    They are brought to one measure to learn from.
    """
    random.seed(SEED)
    torch.manual_seed(SEED)
    numbers, wanted = pieces(network.eval(), texts)
    sample = numbers[torch.randperm(len(numbers))[:50_000]].float()
    mean, spread = sample.mean(0), sample.std(0) + 1e-3
    head = torch.nn.Linear(len(mean), 1)
    optimizer = torch.optim.AdamW(head.parameters(), RATE)
    for epoch in range(EPOCHS):
        for chosen in torch.randperm(len(wanted)).split(PIECES):
            said = head((numbers[chosen].float() - mean) / spread)[:, 0]
            loss = torch.nn.functional.binary_cross_entropy_with_logits(said, wanted[chosen])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        for group in optimizer.param_groups:
            group["lr"] *= SLOWER
    with torch.no_grad():
        network.naming.weight.copy_(head.weight / spread)
        network.naming.bias.copy_(head.bias - (head.weight * mean / spread).sum(1))
    print(f"names: {len(wanted)} pieces, {wanted.mean():.1%} of them in names, loss {loss.item():.3f} at last", flush=True)


def main():
    network, texts = shipped(), marked()
    teach(network, texts)
    write_naming(network)
    say(network)


if __name__ == "__main__":
    main()
