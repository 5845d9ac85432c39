"""One peer behind one form: a text a line in, what it sees in it a line out, as `chaperone mentions --format jsonl` writes it.

The first line out is `{"name": "…"}` with the peer's version, or `{"missing": "…"}`.
"""

import json
import sys
import time
from importlib.metadata import version


def missing(error):
    print(json.dumps({"missing": f"{error}; pip install -r benches/identification/peers/requirements.txt"}))
    sys.exit()


def answer(name, package, see, kinds):
    """Answers until there are no more questions.

    `see` gives start and end, in characters, and the peer's own word for what it saw; `kinds` says what that is here. What it does
    not say is a number, a contact or an address.
    """
    see("Nothing to see.")
    print(json.dumps({"name": f"{name} {version(package)}"}), flush=True)
    for line in sys.stdin:
        text = json.loads(line)["text"]
        start = time.process_time()
        seen = see(text)
        milliseconds = (time.process_time() - start) * 1000
        units = [0]
        for character in text:
            units.append(units[-1] + (2 if ord(character) > 0xFFFF else 1))
        mentions = [
            {"kind": kinds.get(kind, "id"), "start": units[first], "end": units[last]} for first, last, kind in seen
        ]
        print(json.dumps({"mentions": mentions, "milliseconds": milliseconds}), flush=True)
