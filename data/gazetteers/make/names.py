"""Writes ../given-names.txt and ../surnames.txt from the open lists named below.

    pip install -r requirements.txt; npm pack @faker-js/faker@10.6.0, unpacked beside this file or where FAKER_JS names it
    python3 names.py

Latin letters only, without accents, one word each: what the text layer's normalised view looks up.
"""

import importlib
import json
import os
import pathlib
import re
import subprocess
import unicodedata

HERE = pathlib.Path(__file__).parent
# The countries we serve, and where their people come from. `en` is Faker's general list.
FAKER = (
    "en en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US zu_ZA tw_GH yo_NG ha_NG ig_NG id_ID fil_PH fr_FR es_MX it_IT pl_PL "
    "pt_PT ro_RO vi_VN zh_CN zh_TW ar_AA hi_IN nl_NL"
).split()
FAKER_JS = "en en_AU en_GH en_HK en_IN en_NG en_ZA en_NP af_ZA zu_ZA yo_NG ur vi".split()
# Lists of countries that send fewer people are cut to their first names, which are the commonest in Faker's lists.
AT_MOST = {"fr_FR": 150, "es_MX": 250, "it_IT": 150, "pl_PL": 200, "pt_PT": 150, "ro_RO": 150, "nl_NL": 150, "vi_VN": 100, "id_ID": 250, "en_IE": 700}


def plain(name):
    """The name as the normalised view has it, or nothing if it is not one word of Latin letters."""
    name = unicodedata.normalize("NFKD", name.lower().replace("ø", "o").replace("ł", "l"))
    name = "".join(c for c in name if not unicodedata.combining(c)).replace("'", "").strip()
    return name if re.fullmatch(r"[a-z]{2,14}", name) else None


def listed(provider, *keys):
    for key in keys:
        value = getattr(provider, key, None)
        if isinstance(value, (list, tuple, dict)):
            yield from value


def from_faker(kinds):
    for locale in FAKER:
        try:
            provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        except ModuleNotFoundError:
            continue
        seen = [name for name in map(plain, listed(provider, *kinds)) if name]
        yield from list(dict.fromkeys(seen))[: AT_MOST.get(locale, 2000 if kinds[0].startswith("first") else 900)]


def from_faker_js(kind):
    folder = os.environ.get("FAKER_JS", HERE / "package")
    script = (
        "const{allLocales}=require(process.argv[1]);const flat=x=>typeof x=='string'?[x]:x?Object.values(x).flatMap(flat):[];"
        "console.log(JSON.stringify(process.argv[3].split(' ').flatMap(l=>flat(allLocales[l]?.person?.[process.argv[2]]))))"
    )
    out = subprocess.run(["node", "-e", script, str(folder), kind, " ".join(FAKER_JS)], check=True, capture_output=True)
    return filter(None, map(plain, json.loads(out.stdout)))


def own(section):
    current = None
    for line in (HERE / "own-names.txt").read_text().splitlines():
        if line.startswith("["):
            current = line.strip("[]")
        elif current == section and not line.startswith("#"):
            yield from filter(None, map(plain, line.split()))


def write(file, title, names):
    head = (
        f"# {title}, small letters, no accents.\n"
        "# Source: Faker 40.54.0 (MIT, github.com/joke2k/faker); @faker-js/faker 10.6.0 (MIT, github.com/faker-js/faker); make/own-names.txt (CC0).\n"
        "# Licence: MIT. Made by make/names.py; do not edit by hand.\n"
    )
    (HERE.parent / file).write_text(head + "\n".join(sorted(names)) + "\n")
    print(file, len(names))


given = set(from_faker(["first_names", "first_names_male", "first_names_female", "first_names_nonbinary", "first_romanized_names"]))
given |= set(from_faker_js("first_name")) | set(own("given"))
surnames = set(from_faker(["last_names", "last_names_male", "last_names_female", "last_romanized_names"]))
surnames |= set(from_faker_js("last_name")) | set(own("surname"))
write("given-names.txt", "Given names", given)
write("surnames.txt", "Surnames", surnames)
