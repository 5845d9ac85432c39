//! Serves the local pages until it is interrupted.
fn main() {}
