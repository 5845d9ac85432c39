//! The build steps of Chaperone that are more than one command.

fn main() {}
