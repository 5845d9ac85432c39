"""Writes sentences with names of fifteen countries, as JSON Lines, for `benches/identification`.

The names come from the Python package names-dataset 3.3.1, which is used for tests only: nothing of it is committed or shipped.
How many of the names the shipped gazetteers know is said on standard error.
"""

import json
import pathlib
import random
import re
import sys
import unicodedata

from names_dataset import NameDataset

COUNTRIES = "GB IE US IN BD HK SG MY CN PH NG GH ZA AE EG".split()
EACH = 60
SENTENCES = [
    "Just off the phone with {} about the weekend",
    "{} came by this morning and we had a long chat.",
    "Saw {} at the market, looking well",
    "so happy for {} today",
    "Has anyone heard from {}? No answer since Monday.",
    "{} told me the best joke",
    "I was sitting next to {} on the bus",
    "Happy for you and {}!",
    "the whole class sang for {} last night",
    "My neighbour {} is moving house",
]

root = pathlib.Path(__file__).parents[2] / "data" / "gazetteers"
shipped = {
    line
    for file in ("given-names.txt", "surnames.txt")
    for line in (root / file).read_text().splitlines()
    if not line.startswith("#")
}


def plain(name):
    name = unicodedata.normalize("NFKD", name)
    return "".join(c for c in name if not unicodedata.combining(c))


def usable(names):
    return [name for name in map(plain, names) if re.fullmatch(r"[A-Z][a-z]{2,}", name)]


chance = random.Random(7)
dataset = NameDataset()
known = total = 0
for country in COUNTRIES:
    first = dataset.get_top_names(n=400, country_alpha2=country)[country]
    given = usable(first["M"][:250] + first["F"][:250])
    surnames = usable(dataset.get_top_names(n=400, use_first_names=False, country_alpha2=country)[country])
    for number in range(EACH):
        name = chance.choice(given)
        if number % 3:
            name += " " + chance.choice(surnames)
        known += sum(part.lower() in shipped for part in name.split())
        total += len(name.split())
        before, after = SENTENCES[number % len(SENTENCES)].split("{}")
        spans = [[len(before), len(before) + len(name), "person"]]
        print(json.dumps({"country": country, "text": before + name + after, "spans": spans}))
print(f"{known} of {total} parts of names are in the shipped gazetteers", file=sys.stderr)
