#!/usr/bin/env bash
# Makes sure that this machine has what the build needs: Swift, libxml2, oneDNN, Graphviz.
#
#   scripts/setup.sh [build|test]      `test` adds a Python environment for the round-trip tests
#
# Installs what is missing through apt-get where it runs as root or may use sudo without a password;
# else it prints the one line to run and stops. Does nothing, quickly, where nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

mode="${1:-build}"
swift="${SWIFT:-swift}"
export LC_ALL=C

# 69 is "unavailable" in sysexits.h, as the program itself uses it.
stop() {
  printf 'error: %s\n' "$1" >&2
  shift
  (($# == 0)) || printf '  %s\n' "$@" >&2
  exit 69
}

# --- Swift -------------------------------------------------------------------------------------
needed="$(sed -n '1s,^// swift-tools-version: *,,p' Package.swift)"
get_swift="Get the newest toolchain (6.3 or later) from https://www.swift.org/install/linux/, put its usr/bin on the PATH, then run make again."

command -v "$swift" >/dev/null || stop "there is no Swift toolchain on the PATH" "$get_swift"
found="$("$swift" --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)" || true
[[ -n "$found" ]] || stop "'$swift --version' does not work" "$get_swift"
if [[ "$(printf '%s\n' "$needed" "$found" | sort -V | head -n 1)" != "$needed" ]]; then
  stop "Swift $found is too old: $needed is needed" "$get_swift"
fi

# --- System libraries --------------------------------------------------------------------------
# The toolchain's own C compiler stands beside it.
compiler() {
  local place
  for place in "$(command -v "$swift")" "$(readlink -f "$(command -v "$swift")")"; do
    [[ -x "${place%/*}/clang" ]] && { printf '%s\n' "${place%/*}/clang"; return; }
  done
  command -v clang || command -v cc || command -v gcc || true
}

# has_header HEADER [FLAG…]: whether a C program can include it.
has_header() {
  local header="$1" cc
  shift
  cc="$(compiler)"
  [[ -n "$cc" ]] || stop "there is no C compiler beside $swift, nor cc on the PATH" "$get_swift"
  printf '#include <%s>\n' "$header" | "$cc" -E -x c "$@" - >/dev/null 2>&1
}

has_libxml2() {
  # SwiftPM asks pkg-config where libxml2 is, so both must be there.
  # shellcheck disable=SC2046
  command -v pkg-config >/dev/null && pkg-config --exists libxml-2.0 &&
    has_header libxml/tree.h $(pkg-config --cflags libxml-2.0)
}

find_python() {
  local candidate
  for candidate in python3 /usr/bin/python3; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
}

# Fills `packages` (Debian's names) and `missing` (what a person calls it).
look() {
  packages=() missing=()
  command -v git >/dev/null || { packages+=(git); missing+=("git"); }
  command -v pkg-config >/dev/null || { packages+=(pkg-config); missing+=("pkg-config"); }
  has_libxml2 || { packages+=(libxml2-dev); missing+=("libxml2 with its headers"); }
  has_header dnnl.h || { packages+=(libdnnl-dev); missing+=("oneDNN with its headers (dnnl.h)"); }
  no_graphviz=
  if ! command -v dot >/dev/null; then
    packages+=(graphviz fonts-liberation)
    no_graphviz=1
  fi
  if [[ "$mode" == test && -z "$(find_python)" ]]; then
    packages+=(python3 python3-venv)
    missing+=("Python 3 with venv")
  fi
}

look
if ((${#packages[@]} > 0)) && command -v apt-get >/dev/null; then
  line="apt-get update && apt-get install -y ${packages[*]}"
  if [[ "$(id -u)" == 0 ]]; then
    as_root=(env DEBIAN_FRONTEND=noninteractive)
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n env DEBIAN_FRONTEND=noninteractive)
  else
    stop "not installed: ${packages[*]}" "Run this line, then make again:" \
      "sudo sh -c '$line'"
  fi
  printf 'Installing %s\n' "${packages[*]}"
  "${as_root[@]}" apt-get update -q -q </dev/null ||
    printf 'warning: apt-get update failed; going on with the lists that are here\n' >&2
  "${as_root[@]}" apt-get install -q -q -y --no-install-recommends "${packages[@]}" </dev/null ||
    stop "apt-get could not install: ${packages[*]}" "Its message stands above."
  hash -r
  look
fi
if ((${#missing[@]} > 0)); then
  stop "not found: $(printf '%s; ' "${missing[@]}" | sed 's/; $//')" \
    "Install these with your system's packages (the names often end in -dev or -devel), then run make again."
fi
if [[ -n "$no_graphviz" ]]; then
  printf 'warning: Graphviz (the program dot) is not on the PATH: the graph will not be drawn\n' >&2
fi

# --- Python for the tests ----------------------------------------------------------------------
if [[ "$mode" == test ]]; then
  venv=.venv-test
  pins=scripts/requirements-test.txt
  if ! cmp -s "$pins" "$venv/installed.txt" ||
    ! "$venv/bin/python" -c 'import networkx, igraph' 2>/dev/null; then
    printf 'Making %s with what %s pins\n' "$venv" "$pins"
    rm -rf "$venv"
    "$(find_python)" -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$pins" ||
      stop "pip could not install what $pins pins" "Its message stands above; the network may be missing."
    cp "$pins" "$venv/installed.txt"
  fi
fi
