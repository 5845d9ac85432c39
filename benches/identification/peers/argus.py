"""argus-redact with its English and British packs; words such as "I" are left out."""

import warnings

from peer import answer, missing

try:
    import argus_redact
except ImportError as error:
    missing(error)

KINDS = {
    "person": "person",
    "age": "age",
    "medical": "condition",
    "political": "description",
    "religion": "faith",
    "sexual_orientation": "description",
    "financial": "description",
    "gender": "sex",
    "date_of_birth": "date",
}
warnings.simplefilter("ignore")


def see(text):
    found = argus_redact.redact(text, lang=["en", "uk"], report=True, types_exclude=["self_reference"]).entities
    return [(item["start"], item["end"], item["type"]) for item in found]


answer("argus-redact", "argus-redact", see, KINDS)
