"""Trains the closer look: `python training/closer-look/train.py`. About forty minutes on two cores; same sources and seed, nearly the same weights.

    pip install -r training/requirements.txt -r training/requirements-closer-look.txt
"""

import argparse
import json
import random
import re
import time
from dataclasses import dataclass
from pathlib import Path

import names
import numpy as np
import torch
from network import ROOT, Network
from sklearn.metrics import roc_auc_score

from corpus import CASES, CATEGORIES, background, labelled, rule_cases, utf16, writers
from model import ANY, CASE_WEIGHT, HEADS
from ship import WEIGHTS, pieces_of, say, shipped, write

SEED = 20261122
EPOCHS, BATCH = 3, 32
# How fast the network and what reads from it learn at first.
RATE, RATE_OF_HEADS = 1.2e-4, 1e-3
# What is learned later is learned beside so many of the other posts, more slowly, lest the rest be forgotten.
REVISED, LATER, LATER_EPOCHS = 0.2, 0.5, 3
# The weights are in steps from this epoch on.
STEPPED_FROM = 1
# So many posts are shown without their place: drafts come from sites that nobody has written for too.
UNPLACED = 0.1
# So many posts, of corpus and everyday, are shown below something that they do not answer.
MISPLACED = {"good": 2400, "risky": 1600, "everyday": 800}
# A longer one, or one that may speak of whoever wrote that, could answer it after all.
LONGEST_MISPLACED = 20
SPEAKS_OF_SOMEBODY = re.compile(r"\b(he|she|him|her|his|hers|they|them|their|theirs|you|your|yours|u|ur|ya|yous)\b", re.IGNORECASE)
# What is answered often has its author's name in front, as pages show it.
NAMED = 0.3
# "Anything risky" counts so much as one category.
ANY_WEIGHT = 4
# A piece that it points at less shortens the run, as in closer-look/src/runs.rs; there a run also ends with its sentence.
LEAST_PIECE = -0.7
# Pointing at the quotes counts so much beside finding what is there.
POINTING = 0.2
NAMES = [
    [name for name in (ROOT / "data/gazetteers" / file).read_text(encoding="utf-8").split("\n") if name and not name.startswith("#")]
    for file in ("given-names.txt", "surnames.txt")
]
# Shares of good posts flagged at which recall is printed.
SHARES = (0.01, 0.034, 0.05, 0.13)


@dataclass
class Passage:
    """What the network is shown, and what it is to find."""

    ids: list
    answered_from: int
    labels: np.ndarray
    # The pieces that each label's quote stands on, by category.
    pointed: dict
    # The pieces of the passage among all.
    own: slice
    weight: float
    # Which post it is of.
    post: int


def passages(posts):
    """Every passage of every post."""
    wanted = ("text", "site", "surface", "audience", "in_reply_to")
    shown = pieces_of([{key: post[key] for key in wanted if post.get(key)} for post in posts])
    rows = []
    for number, (post, passages_of_post) in enumerate(zip(posts, shown, strict=True)):
        weight = CASE_WEIGHT if post["writer"] == CASES else 1.0
        for seen in passages_of_post:
            own = slice(seen["passage_from"], seen["passage_from"] + len(seen["words"]))
            row = Passage(seen["ids"], seen["answered_from"], np.zeros(HEADS, np.float32), {}, own, weight, number)
            for label in post["labels"]:
                start = utf16(post["text"][: post["text"].index(label["quote"])])
                end = start + utf16(label["quote"])
                if start < seen["end"] and seen["start"] < end:
                    category = CATEGORIES.index(label["category"])
                    row.labels[[category, ANY]] = 1
                    on_quote = np.array([seen["start"] + word[0] < end and start < seen["start"] + word[1] for word in seen["words"]], np.float32)
                    # Of a quote behind what the network can see nothing is learned.
                    if on_quote.any():
                        row.pointed[category] = np.maximum(row.pointed.get(category, 0), on_quote)
            rows.append(row)
    return rows


def unplaced(posts):
    """Some posts once more, without where they stand; what is answered now and then as a page shows it."""
    chosen = random.sample(posts, int(UNPLACED * len(posts)))
    return [post | {"site": "other", "audience": "unknown"} | named(post.get("in_reply_to")) for post in chosen]


def named(answered):
    """What is answered, now and then with a name in front."""
    if not answered or random.random() >= NAMED:
        return {"in_reply_to": answered}
    given, surname = (random.choice(known).title() for known in NAMES)
    return {"in_reply_to": f"{given} {surname} {answered}"}


def misplaced(posts, everyday):
    """Some posts once more, below a complaint or the like of which they do not speak: what is answered makes nothing risky by itself."""
    complaints = sorted({
        post["in_reply_to"] for post in posts if post.get("in_reply_to")
        for label in post["labels"] if label["category"] in ("confirms-relationship", "heated-reply")
    })  # fmt: skip
    fit = lambda post: not post.get("in_reply_to") and len(post["text"].split()) <= LONGEST_MISPLACED and not SPEAKS_OF_SOMEBODY.search(post["text"])
    kinds = {"good": [post for post in posts if not post["labels"]], "risky": [post for post in posts if post["labels"]], "everyday": everyday}
    chosen = []
    for kind, of_kind in kinds.items():
        able = list(filter(fit, of_kind))
        chosen += random.sample(able, min(MISPLACED[kind], len(able)))
    return [post | {"surface": "reply", "writer": "misplaced"} | named(random.choice(complaints)) for post in chosen]


def batches(rows):
    """Rows of about one length together, in any order."""
    order = random.sample(range(len(rows)), len(rows))
    near = [sorted(order[at : at + 30 * BATCH], key=lambda row: len(rows[row].ids)) for at in range(0, len(order), 30 * BATCH)]
    return random.sample(parts := [chunk[at : at + BATCH] for chunk in near for at in range(0, len(chunk), BATCH)], len(parts))


def tensors(rows):
    longest = max(len(row.ids) for row in rows)
    ids = torch.tensor([row.ids + [0] * (longest - len(row.ids)) for row in rows])
    return ids, torch.tensor([row.answered_from for row in rows])


def missed(pointed, rows):
    """How far the network points at other pieces than those of the quotes, for categories that are there."""
    each = [
        torch.nn.functional.binary_cross_entropy_with_logits(of_row[row.own, category], torch.tensor(wanted)) * row.weight
        for of_row, row in zip(pointed, rows)
        for category, wanted in row.pointed.items()
    ]
    return torch.stack(each).mean() if each else 0


def learn(rows, epochs, network=None):
    """A network after each epoch; if one is given, it goes on learning, more slowly."""
    slower = LATER if network else 1
    network = network or Network()
    steps, step, began = epochs * (len(rows) // BATCH + 1), 0, time.monotonic()
    heads = [*network.heads.parameters(), *network.pointers.parameters()]
    groups = [{"params": network.words.parameters(), "lr": slower * RATE}, {"params": heads, "lr": slower * RATE_OF_HEADS}]
    importance = torch.ones(HEADS)
    importance[ANY] = ANY_WEIGHT
    optimizer = torch.optim.AdamW(groups)
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, (step + 1) / 80) * max(0.02, 1 - step / steps))
    for epoch in range(epochs):
        if epoch == STEPPED_FROM and slower == 1:
            # The weights behind the steps are the same parameters, so the optimizer goes on with them.
            network.step()
        for batch in batches(rows):
            chosen = [rows[at] for at in batch]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores, pointed = network(*tensors(chosen))
            wanted = torch.tensor(np.stack([row.labels for row in chosen]))
            each = torch.nn.functional.binary_cross_entropy_with_logits(scores.float(), wanted, reduction="none")
            loss = (each * importance * torch.tensor([row.weight for row in chosen])[:, None]).mean()
            loss = loss + POINTING * missed(pointed.float(), chosen)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1)
            optimizer.step()
            rate.step()
            step += 1
            if step % 100 == 0:
                print(f"{step} of {steps} steps, loss {loss.item():.3f}, {time.monotonic() - began:.0f} s", flush=True)
        yield network


def overlap(pointed, wanted):
    """Of the run of pieces that it points at most and the quote: what both have of what either has."""
    ends = np.concatenate([[0], np.cumsum(pointed - LEAST_PIECE)])
    gains = ends[None, :] - ends[:, None] - 1e9 * np.tri(len(ends))
    start, end = np.unravel_index(gains.argmax(), gains.shape)
    run = np.zeros(len(wanted), bool)
    run[start:end] = True
    return (run & (wanted > 0)).sum() / (run | (wanted > 0)).sum()


def report(network, rows, posts):
    """How well it tells risky posts from good ones: the most that any passage of a post says."""
    network.eval()
    scores, overlaps = np.full((len(posts), HEADS), -1e9), []
    with torch.no_grad():
        for at in range(0, len(rows), BATCH):
            chosen = rows[at : at + BATCH]
            said, pointed = network(*tensors(chosen))
            for row, said, pointed in zip(chosen, said.numpy(), pointed.numpy()):
                scores[row.post] = np.maximum(scores[row.post], said)
                overlaps += [overlap(pointed[row.own, category], wanted) for category, wanted in row.pointed.items()]
    network.train()
    risky = np.array([bool(post["labels"]) for post in posts])
    main = np.array([CATEGORIES.index(post["labels"][0]["category"]) for post in posts if post["labels"]])
    found = ", ".join(f"{(scores[risky, ANY] > np.quantile(scores[~risky, ANY], 1 - share)).mean():.3f} at {share:.1%}" for share in SHARES)
    print(f"{len(posts)} posts of writers left out: AUC {roc_auc_score(risky, scores[:, ANY]):.3f}; risky posts found {found} of good ones; "
          f"main category likeliest {(scores[risky, :ANY].argmax(1) == main).mean():.3f}; "
          f"quotes pointed at {(np.array(overlaps) > 0).mean():.3f}, mean overlap {np.mean(overlaps):.3f}", flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--epochs", type=int, default=EPOCHS)
    arguments.add_argument("--fewest", type=int, default=0, help="only so many posts, to see that it runs")
    arguments.add_argument("--keep", type=Path, help="where to keep the network after each epoch")
    arguments.add_argument("--later", nargs="+", default=[], metavar="WRITER", help="go on with the network that ships: these writers, or `misplaced`, beside some of the others")
    arguments = arguments.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    texts_with_names = names.marked()
    left_out = set(writers("weighing"))
    own = [post for name in writers("train") if name not in left_out for post in labelled(name)]
    others = [post for name in sorted(left_out) for post in labelled(name)]
    everyday = [post for post in background() if not post["unseen"]]
    posts = own + unplaced(own) + misplaced(own, everyday) + rule_cases() + everyday
    if arguments.later:
        posts = [post for post in posts if post["writer"] in arguments.later or random.random() < REVISED]
    if arguments.fewest:
        posts, others = random.sample(posts, arguments.fewest), others[:100]
    rows, unseen = passages(posts), passages(others)
    print(f"{len(posts)} posts, {len(rows)} passages", flush=True)
    begun = shipped() if arguments.later else None
    for epoch, network in enumerate(learn(rows, LATER_EPOCHS if begun else arguments.epochs, begun)):
        report(network, unseen, others)
        if arguments.keep:
            torch.save(network.state_dict(), arguments.keep / f"network-{epoch}.pt")
    names.teach(network, texts_with_names)
    write(network.eval())
    say(network)
    print(f"{WEIGHTS.relative_to(ROOT)}: {WEIGHTS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
