"""From scores and rules to one probability for each passage and category, and from that to a severity."""

import numpy as np
from sklearn.linear_model import LogisticRegression

from corpus import CATEGORIES
from model import ANY

SEVERITIES = ["note", "warn", "stop"]
# In the order in which the checker multiplies them: src/scorer/fusion.rs.
EVIDENCE = ["any", "category", "lead", "note", "warn", "stop", "trust"]
# What a closer look adds.
EVIDENCE_READ = ["any read", "category read", "lead read"]

# A rule's trust is its log-odds of being right, drawn towards this share by so many imagined findings.
TRUST_PRIOR, TRUST_WEIGHT = 0.6, 4.0

# A verdict on everyday posts counts for more than one on a clinician's careful edit: there are more of them in life.
BACKGROUND_WEIGHT = 3.0

# So many of the likeliest categories speak for the whole passage.
LIKELIEST = 3

# The log-odds from which on a category is named beside the likeliest one.
BESIDE = -1.0


def hits(posts, rows):
    """For each passage and category the rules' findings in it."""
    found = [[[] for _ in CATEGORIES] for _ in rows.post]
    row = 0
    for post in posts:
        for passage in post["passages"]:
            for finding in post["findings"]:
                if passage["start"] <= finding["start"] < passage["end"]:
                    found[row][CATEGORIES.index(finding["category"])].append(finding)
            row += 1
    return found


def trust(found, labels, chosen):
    """The trust of each rule, learned from the chosen passages."""
    count = {}
    for row in np.flatnonzero(chosen):
        for category, findings in enumerate(found[row]):
            for rule in {finding["rule"] for finding in findings}:
                right, all_ = count.get(rule, (0, 0))
                count[rule] = right + bool(labels[row, category]), all_ + 1
    return {
        rule: float(np.log((right + TRUST_WEIGHT * TRUST_PRIOR) / (all_ - right + TRUST_WEIGHT * (1 - TRUST_PRIOR))))
        for rule, (right, all_) in count.items()
    }


def usual_trust():
    """The trust in a rule that has not been seen."""
    return float(np.log(TRUST_PRIOR / (1 - TRUST_PRIOR)))


def of_categories(scores):
    """For each passage and category: the score for "anything risky", that of the category, and how far it is ahead of all others."""
    categories = scores[:, :ANY]
    top = np.sort(categories, axis=1)
    lead = categories - np.where(categories == top[:, -1:], top[:, -2:-1], top[:, -1:])
    return np.stack([np.repeat(scores[:, ANY:], len(CATEGORIES), 1), categories, lead], 2)


def evidence(scores, found, trusted):
    """One line for each passage and category."""
    out = np.zeros((len(scores), len(CATEGORIES), len(EVIDENCE)))
    out[:, :, :3] = of_categories(scores)
    for row, of_row in enumerate(found):
        for category, findings in enumerate(of_row):
            if findings:
                strongest = max(SEVERITIES.index(finding["severity"]) for finding in findings)
                out[row, category, 3 + strongest] = 1
                out[row, category, 6] = max(trusted.get(finding["rule"], usual_trust())
                                            for finding in findings)
    return out


def fit(lines, labels):
    """How much each kind of evidence counts, and what is added for each category."""
    kinds, categories = lines.shape[2], len(CATEGORIES)
    which = np.tile(np.eye(categories), (len(lines), 1))
    inputs = np.hstack([lines.reshape(-1, kinds), which])
    model = LogisticRegression(C=1.0, max_iter=2000)
    model.fit(inputs, labels[:, :ANY].ravel())
    return model.coef_[0, :kinds], model.coef_[0, kinds:] + model.intercept_[0]


def signs(lines, logits, readings=None):
    """What the risk of a passage is weighed from: the head for "anything risky", the likeliest categories' log-odds, every category's score,
    and all that a closer look said."""
    likeliest = np.sort(logits, axis=1)[:, ::-1][:, :LIKELIEST]
    return np.hstack([lines[:, 0, :1], likeliest, lines[:, :, 1], *([] if readings is None else [readings])])


class Weighing:
    """How evidence is weighed, without a closer look or with one: learned from `chosen` passages."""

    def __init__(self, lines, labels, chosen, judged, importance, readings=None):
        """`chosen`: where the categories are learned; `judged`: where the risk is."""
        if readings is not None:
            # Passages without a reading are neither chosen nor judged.
            readings = np.nan_to_num(readings)
            lines = np.concatenate([lines, of_categories(readings)], 2)
        self.coefficients, self.usual = fit(lines[chosen], labels[chosen])
        self.logits = lines @ self.coefficients + self.usual
        seen = signs(lines, self.logits, readings)
        self.of_signs, self.usual_risk = fit_risk(seen[judged], labels[judged, ANY], importance[judged])
        self.risk = seen @ self.of_signs + self.usual_risk

    def set_thresholds(self, sure, good, shares):
        """The risk from which on so much is said, by its share of good posts about which no undoubted rule says it anyway."""
        self.thresholds = [
            threshold(self.risk[good & (sure.max(1) < level)], shares[severity])
            for level, severity in enumerate(SEVERITIES)
        ]  # fmt: skip
        self.heard = threshold(self.risk[good], shares["heard"])

    def numbers(self):
        """In the order in which the checker reads them."""
        return np.concatenate([self.coefficients, self.usual, self.of_signs, [self.usual_risk, self.heard], self.thresholds])


def fit_risk(signs_of_rows, risky, importance):
    """How much each sign counts, and what is added."""
    model = LogisticRegression(C=0.3, max_iter=2000)
    model.fit(signs_of_rows, risky, importance)
    return model.coef_[0], model.intercept_[0]


def doubted(found, labels, chosen):
    """The rules that have spoken of a chosen passage with nothing risky in it. The others are believed as they are."""
    return {finding["rule"] for row in np.flatnonzero(chosen & ~labels[:, ANY]) for findings in found[row] for finding in findings}


def threshold(values, share):
    """The value above which this share of `values` lies."""
    return float(np.quantile(values, 1 - share))
