"""Reading the labelled posts, the background, and what the checker sees of them."""

import json
import os
import random
import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests/corpus"

CATEGORIES = [
    "patient-identifier", "jigsaw-identification", "confirms-relationship", "derogatory-remark", "sexualised-remark",
    "discrimination", "colleague-or-employer", "definitive-advice", "unsourced-claim", "advertising",
    "undisclosed-interest", "defamation", "heated-reply", "boundary", "undisclosed-identity",
    "unprofessional-conduct", "clinical-image", "author-privacy",
]  # fmt: skip

# Who "wrote" what no writer of the corpus did.
CASES, BACKGROUND_WRITER = "rules", "background"

# Everyday and health-news posts, none of them written by a clinician about a patient: file below the folder of public data, how many, and
# how many more that the closer look does not learn from.
BACKGROUND = {"health_news_tweets/all.jsonl": (2000, 800), "broad_twitter/train.jsonl": (2000, 800), "wnut17/train.jsonl": (1000, 400)}
BACKGROUND_SEED = 20261122


def writers(part):
    """The writers of `train` and its parts `calibration` and `weighing`, of `dev`, `held` or `against`; a file that these three do not name is for training."""
    split = json.loads((CORPUS / "split.json").read_text())
    if part != "train":
        return [name for name in split[part] if (CORPUS / f"{name}.jsonl").exists()]
    elsewhere = set(split["dev"] + split["held"] + split["against"])
    return [path.stem for path in sorted(CORPUS.glob("*.jsonl")) if path.stem not in elsewhere]


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def background():
    """Benign posts drawn from public data, or none, with a word about it. Those that the closer look never learns from are `unseen`."""
    folder = os.environ.get("CHAPERONE_PUBLIC_DATA")
    if not folder or not Path(folder).is_dir():
        print(
            "No background posts: set CHAPERONE_PUBLIC_DATA to a folder with " + ", ".join(BACKGROUND)
            + " (training/scorer/README.md says where they come from). The weights will differ from the committed ones."
        )
        return []
    measured = {post["text"] for path in (ROOT / "tests/quiet").glob("*.jsonl") for post in lines(path)}
    posts = []
    for name, (wanted, unseen) in BACKGROUND.items():
        texts = sorted({post["text"] for post in lines(Path(folder) / name)} - measured)
        random.Random(BACKGROUND_SEED).shuffle(texts)
        posts += [{"id": f"{name}:{at}", "text": text, "labels": [], "site": "x", "audience": "public",
                   "writer": BACKGROUND_WRITER, "unseen": at >= wanted}
                  for at, text in enumerate(texts[: wanted + unseen])]
    return posts


def utf16(text):
    return len(text.encode("utf-16-le")) // 2


def labelled(writer):
    posts = lines(CORPUS / f"{writer}.jsonl")
    for post in posts:
        post["writer"] = writer
    return posts


def rule_cases():
    """The rules' own cases, as labelled posts."""
    posts = []
    for path in sorted((ROOT / "src/rules").glob("*/*.toml")):
        rule = tomllib.loads(path.read_text(encoding="utf-8"))
        for number, case in enumerate(rule.get("case", [])):
            quotes = re.findall(r"\[\[(.*?)\]\]", case["text"], flags=re.DOTALL)
            post = {key: case[key] for key in ("site", "surface", "audience", "in_reply_to", "jurisdiction") if key in case}
            post = {"site": "x", "surface": "reply" if "in_reply_to" in post else "post", "audience": "public"} | post
            post["writer"] = CASES
            post["id"] = f"{path.parent.name}/{path.stem}:{number}"
            post["text"] = re.sub(r"\[\[|\]\]", "", case["text"])
            post["labels"] = [{"category": path.parent.name, "quote": quote, "severity": rule["severity"]} for quote in quotes]
            posts.append(post)
    return posts


def see(posts, closer_look=False):
    """Adds to each post what the checker sees of it, and to each label where it stands."""
    drafts = "\n".join(json.dumps({key: value for key, value in post.items() if value is not None}) for post in posts)
    command = ["cargo", "run", "--quiet", "--release", "--example", "scorer_features", "--", *["--closer-look"] * closer_look]
    done = subprocess.run(command, cwd=ROOT, input=drafts + "\n", capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(done.stderr)
    for post, line in zip(posts, done.stdout.splitlines(), strict=True):
        post |= json.loads(line)
        for label in post["labels"]:
            start = utf16(post["text"][: post["text"].index(label["quote"])])
            label["start"], label["end"] = start, start + utf16(label["quote"])
    return posts
