#!/usr/bin/env bash
# The one command of this repository. What the verbs do is written in Rust, in xtask/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [[ $# -eq 0 || $1 == help || $1 == --help || $1 == -h ]]; then
  cat <<'HELP'
./build.sh VERB

  build     the checker (WebAssembly), the extension (dist/extension) and the local pages
  run       a browser with the extension on local pages with the sites' real editors
              --firefox   Firefox instead of Chromium
              --check     without a display: sees one underline, writes a picture, leaves
  check     fast: formatting, lints and unit tests
  test      check, and every scenario in Chromium and Firefox
  pictures DIR  every surface of Chaperone, light, dark, narrow, doubled and in forced colours
  fix       formatting, and the lints that can mend themselves
  bench     times, sizes and what is found, each against its budget or beside the peers
              speed linear identification jigsaw photos browsers   only these
  fuzz [SECONDS]  any bytes as drafts and as weights, so long for each target; needs a nightly compiler
  package   the archives for the stores, and the source that belongs to them (dist/packages)

Each verb installs what it needs and does not find, and says so.
HELP
  exit 0
fi

if ! command -v cargo >/dev/null; then
  echo "Rust is missing. Install it from https://rustup.rs and run this again." >&2
  exit 1
fi
if [[ ! -x ${CARGO_TARGET_DIR:-target}/debug/xtask ]]; then
  echo "Building the build steps (the first time only, about a minute) …"
fi
exec cargo xtask "$@"
