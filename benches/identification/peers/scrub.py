"""scrubadub with the detectors that its package alone runs: no names of people."""

from peer import answer, missing

try:
    import scrubadub
except ImportError as error:
    missing(error)

KINDS = {"name": "person", "url": "handle", "twitter": "handle"}
scrubber = scrubadub.Scrubber(locale="en_GB")


def see(text):
    return [(filth.beg, filth.end, filth.type) for filth in scrubber.iter_filth(text)]


answer("scrubadub", "scrubadub", see, KINDS)
