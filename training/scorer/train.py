"""Trains the scorer: `python training/scorer/train.py`. Same corpus, rules and seed: same bytes."""

import argparse
import gzip

import numpy as np

import fusion
import model
import weights
from corpus import CASES, CATEGORIES, ROOT, background, labelled, rule_cases, see, writers
from model import ANY

SEED = 20261121
WEIGHTS = ROOT / "data/scorer/weights.bin"

# The greatest weights that are kept: of the head for "anything risky", and of each category's.
KEPT_ANY, KEPT_CATEGORY = 9_000, 900

# Shares of good posts of other writers on which the scorer may say so much by itself.
SHARES = {"note": 0.10, "warn": 0.03, "stop": 0.006}

# The log-odds below which a rule's warning becomes a note, and its stop a warning.
STAYS = [-1.0, 0.0]


def folds(rows, posts, names):
    """With which writer each passage is left out; background takes turns, and the rules' own cases (-1) are never left out."""
    place = {name: at for at, name in enumerate(names)}
    writers_of_rows = [posts[post]["writer"] for post in rows.post]
    return np.array([
        place[writer] if writer in place else -1 if writer == CASES else row % len(names)
        for row, writer in enumerate(writers_of_rows)
    ])  # fmt: skip


def out_of_fold(rows, found, importance, fold, fresh):
    """Evidence for every passage from models that never saw its writer."""
    lines = np.zeros((len(rows.post), ANY, len(fusion.EVIDENCE)))
    for left_out in range(fold.max() + 1):
        inside, outside = np.flatnonzero(fold != left_out), np.flatnonzero(fold == left_out)
        table, biases = model.fit(rows.features[inside], rows.labels[inside], importance[inside])
        trusted = fusion.trust(found, rows.labels, (fold != left_out) & fresh)
        scores = model.scores(rows.features[outside], table, biases)
        lines[outside] = fusion.evidence(scores, [found[row] for row in outside], trusted)
    return lines


def thresholds(logits, lines, good):
    """The log-odds from which on the scorer may speak, by its share of good posts without a rule's finding of that severity."""
    ruled = np.where(lines[:, :, 5] > 0, 3, np.where(lines[:, :, 4] > 0, 2, np.where(lines[:, :, 3] > 0, 1, 0))).max(1)
    return [
        fusion.threshold(logits[good & (ruled <= level)].max(1), SHARES[severity])
        for level, severity in enumerate(fusion.SEVERITIES)
    ]


def report(logits, levels, rows, posts, good, ours):
    found = logits[:, :, None] >= np.array(levels)
    main = [CATEGORIES.index(posts[post]["labels"][0]["category"]) if posts[post]["labels"] else -1 for post in rows.post]
    risky = np.flatnonzero(ours & rows.labels[:, ANY])
    print("left-out writers, the scorer with rules as evidence:")
    for level, severity in enumerate(fusion.SEVERITIES):
        hit = np.mean([found[row, main[row], level] for row in risky])
        print(f"  at least {severity}: main category {hit:.3f}, risky posts {found[risky][:, :, level].any(1).mean():.3f}, "
              f"good posts {found[good][:, :, level].any(1).mean():.3f}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--dry-run", action="store_true", help="measure, and write no weights")
    arguments = arguments.parse_args()
    names = writers("train")
    posts = see([post for name in names for post in labelled(name)] + rule_cases() + background(SEED))
    rows = model.Rows(posts)
    writer = np.array([posts[post]["writer"] for post in rows.post])
    ours = np.isin(writer, names)
    good = ours & ~rows.labels[:, ANY]
    importance = np.select([ours, writer == CASES], [1.0, model.CASE_WEIGHT], model.BACKGROUND_WEIGHT)
    found = fusion.hits(posts, rows)
    fold = folds(rows, posts, names)
    lines = out_of_fold(rows, found, importance, fold, np.isin(writer, writers("calibration")))
    # Rules look better on posts that their authors have read: how far to believe them is learned from the others.
    fresh = np.isin(writer, writers("calibration"))
    coefficients, usual = fusion.fit(lines[fresh], rows.labels[fresh])
    logits = fusion.logits(lines, coefficients, usual)
    levels = thresholds(logits, lines, good & fresh)
    report(logits, levels, rows, posts, good & fresh, fresh)
    if arguments.dry_run:
        return
    table, biases = model.fit(rows.features, rows.labels, importance)
    whole, sizes = weights.steps(weights.pruned(table, KEPT_ANY, KEPT_CATEGORY))
    trusted = fusion.trust(found, rows.labels, fresh)
    weights.write(WEIGHTS, whole, sizes, biases, coefficients, usual, levels, STAYS, trusted)
    size = len(gzip.compress(WEIGHTS.read_bytes(), 9))
    print(f"{len(posts)} posts of {len(names)} writers; {WEIGHTS.relative_to(ROOT)}: {size:,} bytes gzipped")


if __name__ == "__main__":
    main()
