"""The identifier matrix: valid numbers of 32 kinds in the words of a post, half with a keyword, half bare.

Usage: matrix.py [SEED]. Standard library only; every check digit is computed here from its public rule, apart from
the product's own code. One line each: row, kind as Chaperone names it, value, "keyword" or "bare", text.
Rows 1 to 32 are the matrix; rows after that (marked "also:") are further kinds, reported beside it.
"""

import random
import sys

EACH = 30
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
BARE = [
    "{} came in again last night and I am still thinking about it",
    "So {} is back on the unit, third time this month",
    "Cannot stop thinking about {} after that shift",
    "Somebody please chase {} before the morning round",
    "Long day. {} was the worst of it",
]
NAMED = [
    "{1} {0} came in again last night",
    "Can someone chase this, {1}: {0}, thanks",
    "Really worried, {1} {0}. Still waiting",
]

r = random.Random(sys.argv[1] if len(sys.argv) > 1 else "chaperone")


def d(count, first="0123456789"):
    return r.choice(first) + "".join(r.choice("0123456789") for _ in range(count - 1))


def weighted(text, weights):
    return sum(int(c) * w for c, w in zip(text, weights))


def luhn_digit(body):
    total = 0
    for place, c in enumerate(reversed(body)):
        value = int(c) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def mod11_digit(body):
    check = 11 - weighted(body, range(10, 1, -1)) % 11
    return {11: "0", 10: None}.get(check, str(check))


def until(make):
    while True:
        made = make()
        if made is not None:
            return made


def day():
    return r.randint(1930, 2009), r.randint(1, 12), r.randint(1, 28)


def yymmdd():
    year, month, date = day()
    return f"{year % 100:02}{month:02}{date:02}"


def ten(first):
    def make():
        body = d(9, first)
        check = mod11_digit(body)
        return body + check if check else None

    return until(make)


def chi():
    def make():
        year, month, date = day()
        body = f"{date:02}{month:02}{year % 100:02}" + d(3)
        check = mod11_digit(body)
        return body + check if check else None

    return until(make)


def spaced(text, *sizes, mark=" "):
    parts, at = [], 0
    for size in sizes:
        parts.append(text[at : at + size])
        at += size
    return mark.join(parts)


def pps():
    body, second = d(7), r.choice(["", "", "A", "B", "H"])
    total = weighted(body, range(8, 1, -1)) + (ord(second) - 64) * 9 * bool(second) if second else weighted(body, range(8, 1, -1))
    return body + "WABCDEFGHIJKLMNOPQRSTUV"[total % 23] + second


def za_id():
    body = yymmdd() + d(4) + r.choice("01") + "8"
    return body + luhn_digit(body)


def mykad(mark):
    return mark.join([yymmdd(), f"{r.choice(range(1, 17)):02}", d(4)])


def hkid():
    letter, body = r.choice("ABCDEGHKMNPRSVYZ"), d(6)
    total = 36 * 9 + (LETTERS.index(letter) + 10) * 8 + weighted(body, range(7, 1, -1))
    check = -total % 11
    return f"{letter}{body}({'A' if check == 10 else check})"


def nric():
    series, body = r.choice("STFGM"), d(7)
    total = weighted(body, [2, 7, 6, 5, 4, 3, 2]) + {"T": 4, "G": 4, "M": 3}.get(series, 0)
    table = {"S": "JZIHGFEDCBA", "T": "JZIHGFEDCBA", "F": "XWUTRQPNMLK", "G": "XWUTRQPNMLK", "M": "XWUTRQPNJLK"}
    return series + body + table[series][total % 11]


NHI_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def nhi_sum(text):
    return sum((int(c) if c.isdigit() else NHI_LETTERS.index(c) + 1) * w for c, w in zip(text, range(7, 1, -1)))


def nhi_old():
    def make():
        body = "".join(r.choice(NHI_LETTERS) for _ in range(3)) + d(3)
        remainder = nhi_sum(body) % 11
        return None if remainder == 0 else body + str((11 - remainder) % 10)

    return until(make)


def nhi_new():
    body = "".join(r.choice(NHI_LETTERS) for _ in range(3)) + d(2) + r.choice(NHI_LETTERS)
    return body + NHI_LETTERS[23 - nhi_sum(body) % 23 - 1]


def medicare():
    body = d(8, "23456")
    number = body + str(weighted(body, [1, 3, 7, 9, 1, 3, 7, 9]) % 10) + d(1, "123456789")
    return r.choice([number, spaced(number, 4, 5, 1)])


def tfn():
    def make():
        body = d(8, "123456789")
        check = [c for c in "0123456789" if weighted(body + c, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0]
        return spaced(body + check[0], 3, 3, 3) if check else None

    return until(make)


def ssn():
    area = until(lambda: (lambda a: a if a not in ("000", "666") else None)(d(3, "012345678")))
    return f"{area}-{r.randint(1, 99):02}-{r.randint(1, 9999):04}"


def mbi():
    letters, either = "ACDEFGHJKMNPQRTUVWXY", "ACDEFGHJKMNPQRTUVWXY0123456789"
    number = "".join(
        r.choice({"C": "123456789", "A": letters, "X": either, "N": "0123456789"}[place]) for place in "CAXNAXNAANN"
    )
    return r.choice([number, spaced(number, 4, 3, 4, mark="-")])


def sin():
    body = d(8, "12345679")
    return spaced(body + luhn_digit(body), 3, 3, 3, mark=r.choice(" -"))


def verhoeff_digit(body):
    table = [[(i + j) % 5 if i < 5 and j < 5 else 0 for j in range(10)] for i in range(10)]
    for i in range(10):
        for j in range(10):
            if i < 5 and j >= 5:
                table[i][j] = 5 + (i + j - 5) % 5
            elif i >= 5 and j < 5:
                table[i][j] = 5 + (i - 5 - j) % 5
            elif i >= 5 and j >= 5:
                table[i][j] = (i - j) % 5
    step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

    def permuted(value, times):
        for _ in range(times % 8):
            value = step[value]
        return value

    for check in range(10):
        state = 0
        for place, c in enumerate(reversed(body + str(check))):
            state = table[state][permuted(int(c), place)]
        if state == 0:
            return str(check)
    raise AssertionError("one of ten digits always completes a Verhoeff number")


def aadhaar():
    body = d(11, "23456789")
    return r.choice([body + verhoeff_digit(body), spaced(body + verhoeff_digit(body), 4, 4, 4)])


def nino():
    def make():
        prefix = r.choice("ABCEGHJKLMNOPRSTWXYZ") + r.choice("ABCEGHJKLMNPRSTWXYZ")
        return None if prefix in ("BG", "GB", "KN", "NK", "NT", "TN", "ZZ") else prefix

    prefix, body, suffix = until(make), d(6), r.choice("ABCD")
    return r.choice([prefix + body + suffix, f"{prefix} {spaced(body, 2, 2, 2)} {suffix}"])


def postcode():
    area = r.choice(["SW", "M", "B", "CR", "DN", "LS", "EH", "CF", "BT", "GL", "N", "E", "S", "PO", "TQ"])
    inward = r.choice("0123456789") + "".join(r.choice("ABDEFGHJLNPQRSTUWXYZ") for _ in range(2))
    return f"{area}{r.randint(1, 29)} {inward}"


def birth():
    year, month, date = day()
    return f"{date:02}/{month:02}/{year}"


def email():
    first, last = r.choice(["jo", "amir", "mei", "thandi", "sean"]), r.choice(["lim", "bloggs", "naidoo", "byrne", "khan"])
    return f"{first}{r.choice(['.', '_', ''])}{last}{r.randint(1, 99)}@{r.choice(['example.com', 'example.org', 'mail.example.co.uk'])}"


def bc_phn():
    def make():
        body = d(8)
        check = (11 - sum((int(c) * w) % 11 for c, w in zip(body, [2, 4, 8, 5, 10, 9, 7, 3])) % 11) % 11
        return None if check == 10 else "9" + body + str(check)

    return spaced(until(make), 4, 3, 3)


def ontario():
    body = d(9, "123456789")
    return spaced(body + luhn_digit(body), 4, 3, 3, mark="-")


def quebec():
    year, month, date = day()
    name = "".join(r.choice(LETTERS) for _ in range(4))
    return f"{name}{year % 100:02}{month + r.choice([0, 50]):02}{date:02}{d(2)}"


def australian_ihi():
    body = "800360" + d(9)
    return spaced(body + luhn_digit(body), 4, 4, 4, 4)


def irish_ihi():
    body = "5391010" + "8" + r.choice("2345") + d(8)
    total = sum(int(c) * (3 if place % 2 == 0 else 1) for place, c in enumerate(reversed(body)))
    return body + str(-total % 10)


def eircode():
    return f"{r.choice(['D02', 'A65', 'T12', 'V94', 'H91'])} {r.choice('AEFHKNPRTVWXY')}{r.choice('0123456789')}{r.choice('ACDEFHKNPRTVWXY')}{r.choice('0123456789')}"


PHONE = "phone number"
ROWS = [
    ("UK NHS number (spaced)", "NHS number", "NHS number", lambda: spaced(ten("4679"), 3, 3, 4)),
    ("UK NHS number (plain)", "NHS number", "NHS no", lambda: ten("4679")),
    ("Scottish CHI", "CHI number", "CHI", chi),
    ("Irish PPS", "PPS number", "PPS", pps),
    ("South African ID", "South African ID number", "ID number", za_id),
    ("Malaysian MyKad (dashed)", "MyKad number", "IC", lambda: mykad("-")),
    ("Malaysian MyKad (plain)", "MyKad number", "MyKad", lambda: mykad("")),
    ("Hong Kong HKID", "Hong Kong identity card number", "HKID", hkid),
    ("Singapore NRIC", "NRIC or FIN", "NRIC", nric),
    ("New Zealand NHI (old form)", "NHI number", "NHI", nhi_old),
    ("New Zealand NHI (new form)", "NHI number", "NHI", nhi_new),
    ("Australian Medicare", "Medicare card number", "Medicare", medicare),
    ("Australian TFN", "tax file number", "TFN", tfn),
    ("US SSN", "Social Security number", "SSN", ssn),
    ("US MBI", "Medicare Beneficiary Identifier", "MBI", mbi),
    ("Canadian SIN", "Social Insurance Number", "SIN", sin),
    ("Indian Aadhaar", "Aadhaar number", "Aadhaar", aadhaar),
    ("UK NI number", "National Insurance number", "NI number", nino),
    ("MRN (7-8 digits)", "hospital record number", "MRN", lambda: d(r.choice([7, 8]), "123456789")),
    ("UK mobile", PHONE, "mobile", lambda: "07" + d(3, "45789") + r.choice([" ", ""]) + d(6)),
    ("+44 mobile", PHONE, "phone", lambda: "+44 7" + d(3, "45789") + " " + d(6)),
    ("Irish mobile", PHONE, "mobile", lambda: "08" + r.choice("35679") + " " + d(3) + " " + d(4)),
    ("HK mobile", PHONE, "phone", lambda: d(4, "569") + r.choice([" ", ""]) + d(4)),
    ("SG mobile", PHONE, "hp", lambda: d(4, "89") + " " + d(4)),
    ("MY mobile", PHONE, "phone", lambda: "01" + r.choice("236789") + "-" + d(3) + " " + d(4)),
    ("ZA mobile", PHONE, "cell", lambda: r.choice(["082", "073", "061", "084"]) + " " + d(3) + " " + d(4)),
    ("AU mobile", PHONE, "mobile", lambda: "04" + d(2) + " " + d(3) + " " + d(3)),
    ("NZ mobile", PHONE, "mobile", lambda: r.choice(["021", "022", "027"]) + " " + d(3) + " " + d(r.choice([3, 4]))),
    ("US phone", PHONE, "phone", lambda: r.choice(["({}) {}-{}", "{}-{}-{}"]).format("2" + r.choice("02345679") + d(1), "5" + r.choice("02345") + d(1), d(4))),
    ("UK postcode", "postcode", "postcode", postcode),
    ("Date of birth dd/mm/yyyy", "date of birth", "DOB", birth),
    ("Email", "e-mail address", "email", email),
    ("also: NI Health and Care number", "Health and Care number", "H&C no", lambda: spaced(ten("3")[:10], 3, 3, 4)),
    ("also: Irish IHI", "individual health identifier (Ireland)", "IHI", irish_ihi),
    ("also: Australian IHI", "individual healthcare identifier (Australia)", "IHI", australian_ihi),
    ("also: BC PHN", "BC Personal Health Number", "PHN", bc_phn),
    ("also: Ontario health card", "Ontario health card number", "OHIP", ontario),
    ("also: Quebec RAMQ", "Quebec health insurance number", "RAMQ", quebec),
    ("also: Indian mobile", PHONE, "mobile", lambda: d(5, "6789") + " " + d(5)),
    ("also: Eircode", "postcode", "Eircode", eircode),
]

for row, kind, keyword, make in ROWS:
    for place in range(EACH):
        value = make()
        if place % 2:
            print(row, kind, value, "keyword", NAMED[place // 2 % len(NAMED)].format(value, keyword), sep="\t")
        else:
            print(row, kind, value, "bare", BARE[place // 2 % len(BARE)].format(value), sep="\t")
