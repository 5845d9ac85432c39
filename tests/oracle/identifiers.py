"""Numbers judged by python-stdnum, one a line: kind, "valid" or "invalid", a text that names the number.

Usage: identifiers.py [SEED]. Needs python-stdnum 2.2 (LGPL; a tool of the tests, never linked or shipped).
Exit status 3: the package is missing. Nothing is stored; every run makes its own numbers from the seed.
"""

import random
import sys

try:
    from stdnum import luhn
    from stdnum.au import tfn
    from stdnum.ca import bc_phn, sin
    from stdnum.gb import nhs
    from stdnum.ie import pps
    from stdnum.in_ import aadhaar
    from stdnum.my import nric
    from stdnum.us import ssn
    from stdnum.za import idnr
except ImportError as missing:
    print(f"python-stdnum is missing ({missing}); install it with: pip install python-stdnum==2.2", file=sys.stderr)
    sys.exit(3)

WANTED = 60


def digits(random_source, count):
    return "".join(random_source.choice("0123456789") for _ in range(count))


def short_date(random_source):
    """Six digits that are a date about half the time."""
    day, month = random_source.randint(1, 36), random_source.randint(1, 15)
    return f"{random_source.randint(0, 99):02}{month:02}{day:02}"


def grouped(number, *sizes, mark=" "):
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return mark.join(parts)


def australian_ihi_is_valid(number):
    return number.startswith("800360") and luhn.is_valid(number)


KINDS = [
    ("NHS number", "NHS number", lambda r: digits(r, 10), nhs.is_valid, (3, 3, 4)),
    (
        "PPS number",
        "PPS",
        lambda r: digits(r, 7) + r.choice("ABCDEFGHIJKLMNOPQRSTUVW") + r.choice(["", "A", "B", "H"]),
        pps.is_valid,
        None,
    ),
    ("South African ID number", "ID number", lambda r: short_date(r) + digits(r, 4) + r.choice("01") + digits(r, 2), idnr.is_valid, (6, 4, 3)),
    ("MyKad number", "MyKad", lambda r: short_date(r) + digits(r, 6), nric.is_valid, (6, 2, 4)),
    ("tax file number", "TFN", lambda r: digits(r, 9), tfn.is_valid, (3, 3, 3)),
    ("Social Security number", "SSN", lambda r: r.choice(["000", "666", "900", digits(r, 3)]) + digits(r, 6), ssn.is_valid, (3, 2, 4)),
    ("Social Insurance Number", "SIN", lambda r: digits(r, 9), sin.is_valid, (3, 3, 3)),
    ("BC Personal Health Number", "PHN", lambda r: "9" + digits(r, 9), bc_phn.is_valid, (4, 3, 3)),
    ("Aadhaar number", "Aadhaar", lambda r: digits(r, 12), aadhaar.is_valid, (4, 4, 4)),
    ("individual healthcare identifier (Australia)", "IHI", lambda r: "800360" + digits(r, 10), australian_ihi_is_valid, (4, 4, 4, 4)),
]


def main():
    random_source = random.Random(sys.argv[1] if len(sys.argv) > 1 else "chaperone")
    for kind, keyword, make, is_valid, sizes in KINDS:
        missing = {True: WANTED, False: WANTED}
        while any(missing.values()):
            number = make(random_source)
            verdict = is_valid(number)
            if not missing[verdict]:
                continue
            missing[verdict] -= 1
            written = grouped(number, *sizes) if sizes and random_source.random() < 0.5 else number
            print(kind, "valid" if verdict else "invalid", f"{keyword} {written} is what it says", sep="\t")


main()
