"""Writing `data/scorer/weights.bin`; its form is told at the head of `src/scorer/table.rs`."""

import struct

import numpy as np

from fusion import usual_trust
from model import HEADS

# Weights of a head are kept in so many steps to either side of nought.
STEPS = 7


def rule_hash(name):
    """FNV-1a, as in `src/hash.rs`."""
    value = 0x811C9DC5
    for byte in name.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def steps(table):
    """Each head's table in whole steps, and the size of a step. The few greatest weights are cut to the last step."""
    sizes = np.ones(HEADS, np.float32)
    whole = np.zeros(table.shape, np.int8)
    for head in range(HEADS):
        column = table[:, head]
        used = np.abs(column[column != 0])
        if used.size:
            sizes[head] = np.quantile(used, 0.999) / STEPS
            whole[:, head] = np.clip(np.round(column / sizes[head]), -STEPS, STEPS)
    return whole, sizes


def number(value):
    """As `src/table.rs` reads it: groups of seven bits, the lowest first; all but the last have the high bit."""
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def write(path, whole, sizes, biases, unread, read, beside, trusted, doubted):
    """`unread`, `read`: how evidence is weighed without a closer look and with one."""
    floats = np.concatenate([biases, sizes, unread.numbers(), read.numbers(), [beside]]).astype("<f4").tobytes()
    known = sorted((rule_hash(rule), trusted.get(rule, usual_trust()), rule in doubted) for rule in {*trusted, *doubted})
    rules = struct.pack("<I", len(known)) + b"".join(struct.pack("<If?", *rule) for rule in known)
    ids = np.flatnonzero((whole != 0).any(1))
    gaps = b"".join(number(int(step)) for step in np.diff(ids, prepend=0))
    rows, heads = np.nonzero(whole[ids])
    counts = np.bincount(rows, minlength=len(ids)).astype(np.uint8).tobytes()
    values = whole[ids][rows, heads].tobytes()
    runs = [floats + rules, gaps, counts, heads.astype(np.uint8).tobytes(), values]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(number(len(run)) + run for run in runs))
