//! Hashes that are the same on every machine and in every build.

/// The hash of a name or of letters (FNV-1a).
pub(crate) const fn hash_of_bytes(bytes: &[u8]) -> u32 {
    let mut hash: u32 = 0x811C_9DC5;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// The hash of a name or of letters.
pub(crate) fn hash_of(name: impl AsRef<[u8]>) -> u32 {
    hash_of_bytes(name.as_ref())
}

/// One hash of two, in this order.
pub(crate) const fn mix(a: u32, b: u32) -> u32 {
    let mut x = a.rotate_left(15).wrapping_mul(0x85EB_CA6B) ^ b.wrapping_mul(0x9E37_79B1);
    x ^= x >> 15;
    x = x.wrapping_mul(0xC2B2_AE35);
    x ^ (x >> 13)
}
