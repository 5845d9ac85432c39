"""Trains the scorer: `python training/scorer/train.py`. Same corpus, rules and seed: same bytes."""

import argparse
import gzip

import numpy as np

import fusion
import model
import weights
from corpus import BACKGROUND_WRITER, CASES, CATEGORIES, ROOT, background, labelled, rule_cases, see, writers
from model import ANY

WEIGHTS = ROOT / "data/scorer/weights.bin"

# So many models are trained to measure, each without two or three of the writers.
FOLDS = 8

# Shares of good posts of other writers about which so much may be said. Half of theirs are the smallest edit of a risky post; of a
# writer's usual good ones (`dev`) about two thirds as many are flagged.
SHARES = {"heard": 1.0, "note": 0.13, "warn": 0.067, "stop": 0.012}
# The same after a closer look: it finds more with fewer.
SHARES_READ = {"heard": 0.4, "note": 0.135, "warn": 0.05, "stop": 0.02}


def folds(rows, posts, names):
    """With which writers each passage is left out; background takes turns, and the rules' own cases (-1) are never left out."""
    place = {name: at % FOLDS for at, name in enumerate(names)}
    writers_of_rows = [posts[post]["writer"] for post in rows.post]
    return np.array([
        place[writer] if writer in place else -1 if writer == CASES else row % FOLDS
        for row, writer in enumerate(writers_of_rows)
    ])  # fmt: skip


def out_of_fold(rows, found, importance, clinical, fold, fresh, unread):
    """Evidence for every passage from models that never saw its writer, and its most severe finding by a rule that is not doubted."""
    lines = np.zeros((len(rows.post), ANY, len(fusion.EVIDENCE)))
    sure = np.full((len(rows.post), ANY), -1)
    for left_out in range(fold.max() + 1):
        inside, outside = np.flatnonzero(fold != left_out), np.flatnonzero(fold == left_out)
        table, biases = model.fit(rows.features[inside], rows.labels[inside], importance[inside], clinical[inside])
        trusted = fusion.trust(found, rows.labels, (fold != left_out) & fresh)
        doubted = fusion.doubted(found, rows.labels, (fold != left_out) & unread)
        scores = model.scores(rows.features[outside], table, biases)
        lines[outside] = fusion.evidence(scores, [found[row] for row in outside], trusted)
        for row in outside:
            for category, findings in enumerate(found[row]):
                levels = [fusion.SEVERITIES.index(finding["severity"]) for finding in findings
                          if finding["rule"] not in doubted]
                sure[row, category] = max(levels, default=-1)
    return lines, sure


def report(title, weighing, sure, rows, posts, good, ours, elsewhere):
    """What would be said about left-out writers' posts."""
    logits, risk, levels = weighing.logits, weighing.risk, weighing.thresholds
    named = (logits >= fusion.BESIDE) | (logits == logits.max(1, keepdims=True))
    main = [CATEGORIES.index(posts[post]["labels"][0]["category"]) if posts[post]["labels"] else -1 for post in rows.post]
    risky = np.flatnonzero(ours & rows.labels[:, ANY])
    print(f"left-out writers, {title}:")
    for level, severity in enumerate(fusion.SEVERITIES):
        found = (risk >= levels[level])[:, None] & named | (sure >= level)
        hit = np.mean([found[row, main[row]] for row in risky])
        right = rows.labels[:, :ANY][risky][found[risky]].mean()
        print(f"  at least {severity}: main category {hit:.3f}, risky posts {found[risky].any(1).mean():.3f}, "
              f"good posts {found[good].any(1).mean():.3f}; of what is named on risky posts {right:.3f} is labelled; "
              f"of background posts {(risk[elsewhere] >= levels[level]).mean():.4f}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--dry-run", action="store_true", help="measure, and write no weights")
    arguments = arguments.parse_args()
    names, weighing = writers("train"), set(writers("weighing"))
    everything = [post for name in names for post in labelled(name)] + rule_cases() + background()
    # A closer look is weighed where it has learned nothing by heart.
    fresh_to_it = [post["writer"] in weighing or post.get("unseen", False) for post in everything]
    for looks_closer in (False, True):
        see([post for post, fresh in zip(everything, fresh_to_it) if fresh == looks_closer], looks_closer)
    posts = everything
    rows = model.Rows(posts)
    writer = np.array([posts[post]["writer"] for post in rows.post])
    ours = np.isin(writer, names)
    good = ours & ~rows.labels[:, ANY]
    clinical = writer != BACKGROUND_WRITER
    importance = np.select([ours, writer == CASES], [1.0, model.CASE_WEIGHT], model.BACKGROUND_WEIGHT)
    found = fusion.hits(posts, rows)
    fold = folds(rows, posts, names)
    # Rules look better on posts that their authors have read: how far to believe them is learned from the others.
    fresh = np.isin(writer, writers("calibration"))
    unread = fresh | (writer == BACKGROUND_WRITER)
    lines, sure = out_of_fold(rows, found, importance, clinical, fold, fresh, unread)
    weight = np.where(clinical, 1.0, fusion.BACKGROUND_WEIGHT)
    alone = fusion.Weighing(lines, rows.labels, fresh, unread, weight)
    alone.set_thresholds(sure, good & fresh, SHARES)
    report("the scorer with rules as evidence", alone, sure, rows, posts, good & fresh, fresh, ~clinical)
    is_read = ~np.isnan(rows.readings[:, ANY])
    weighed = is_read & fresh
    read = fusion.Weighing(lines, rows.labels, weighed, is_read, weight, rows.readings)
    read.set_thresholds(sure, good & weighed, SHARES_READ)
    report("the same of some of these writers", alone, sure, rows, posts, good & weighed, weighed, is_read & ~clinical)
    report("with a closer look at these", read, sure, rows, posts, good & weighed, weighed, is_read & ~clinical)
    if arguments.dry_run:
        return
    table, biases = model.fit(rows.features, rows.labels, importance, clinical)
    whole, sizes = weights.steps(table)
    trusted, doubted = fusion.trust(found, rows.labels, fresh), fusion.doubted(found, rows.labels, unread)
    weights.write(WEIGHTS, whole, sizes, biases, alone, read, fusion.BESIDE, trusted, doubted)
    size = len(gzip.compress(WEIGHTS.read_bytes(), 9))
    print(f"{len(posts)} posts of {len(names)} writers; {WEIGHTS.relative_to(ROOT)}: {size:,} bytes gzipped")


if __name__ == "__main__":
    main()
