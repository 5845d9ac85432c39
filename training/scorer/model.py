"""The linear part: one head for "anything risky" and one for each category, over hashed features."""

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from corpus import CATEGORIES

FEATURES = 1 << 20
HEADS = len(CATEGORIES) + 1
ANY = len(CATEGORIES)

# Chosen by cross-validation over writers.
STRENGTH = 1.0
POSITIVE_WEIGHT = 2.0
BACKGROUND_WEIGHT = 1.0
CASE_WEIGHT = 0.5
FEWEST_POSTS = 2

# So many features are kept: for "anything risky", and for each category.
KEPT_ANY, KEPT_CATEGORY = 11_200, 1_470


class Rows:
    """Passages: features, labels, and to which post each belongs."""

    def __init__(self, posts):
        rows, columns, self.post, labels, readings = [], [], [], [], []
        for number, post in enumerate(posts):
            for passage in post["passages"]:
                rows += [len(self.post)] * len(passage["ids"])
                columns += passage["ids"]
                self.post.append(number)
                row = np.zeros(HEADS, bool)
                for label in post["labels"]:
                    if label["start"] < passage["end"] and passage["start"] < label["end"]:
                        row[[CATEGORIES.index(label["category"]), ANY]] = True
                labels.append(row)
                readings.append(passage["reading"]["scores"] if passage["reading"] else [np.nan] * HEADS)
        self.post = np.array(self.post)
        self.labels = np.array(labels)
        # What a closer look said, where it was asked: no numbers elsewhere.
        self.readings = np.array(readings)
        ones = np.ones(len(rows), np.float32)
        self.features = sp.csr_matrix((ones, (rows, columns)), shape=(len(self.post), FEATURES))


def scaled(features):
    """As the checker does: each feature counts one over the root of how many there are."""
    count = np.asarray(features.sum(1)).ravel()
    return sp.diags(1 / np.sqrt(np.maximum(count, 1))) @ features


def fit(features, labels, weights, clinical):
    """The weights of every head (features x heads) and their biases: learned from all features, then again from the best of them."""
    # How rare a feature is counts among clinicians' posts: among everybody's, every clinical word would be rare.
    own = np.flatnonzero(clinical)
    seen = np.asarray((features[own] > 0).sum(0)).ravel()
    known = np.flatnonzero(seen >= FEWEST_POSTS)
    rarity = np.log(len(own) / np.maximum(seen, 1))
    inputs = scaled(features)
    table = np.zeros((FEATURES, HEADS), np.float32)
    biases = np.zeros(HEADS)
    for head in range(HEADS):
        if not labels[:, head].any():
            biases[head] = -9
            continue
        importance = weights * np.where(labels[:, head] & (head != ANY), POSITIVE_WEIGHT, 1.0)
        learn = lambda chosen: logistic(inputs[:, chosen] @ sp.diags(rarity[chosen]), labels[:, head], importance)
        first, _ = learn(known)
        best = np.argsort(-np.abs(first * rarity[known]), kind="stable")[: KEPT_ANY if head == ANY else KEPT_CATEGORY]
        kept = np.sort(known[best])
        again, biases[head] = learn(kept)
        table[kept, head] = again * rarity[kept]
    return table, biases


def logistic(inputs, labels, importance):
    model = LogisticRegression(C=STRENGTH, solver="liblinear", dual=True, tol=1e-2, max_iter=300, random_state=1)
    model.fit(inputs.tocsr(), labels, importance)
    return model.coef_[0], model.intercept_[0]


def scores(features, table, biases):
    return scaled(features) @ table + biases
