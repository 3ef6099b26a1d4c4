#!/usr/bin/env bash
# Speed and accuracy of PROGRAM beside spaCy and UDPipe 1, on one core:
#
#   bench/peers/run.sh PROGRAM [--rounds N] [--words N] [--only speed|accuracy] [--without spacy|udpipe]
#
# The first time it makes a Python environment for the peers (.venv beside this file, or where PEERS_VENV says)
# and trains UDPipe's model (models/ beside this file). The articles and the treebanks stand in ../shared beside
# the checkout, or where SHARED says. CORE is the core that everything runs on; by default the last one.
# A peer that can't be installed, and what needs missing files, is said and left out; the status is 0.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

if (($# == 0)) || [[ "$1" == -* ]]; then
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 64
fi
command -v "$1" >/dev/null || {
  echo "run.sh: $1 is no program; build it first (make program)" >&2
  exit 66
}
leave() {
  echo "run.sh: $1: nothing is measured"
  exit 0
}

python3 -c 'import ensurepip, venv' 2>/dev/null || leave "there is no Python 3 with venv"
venv="${PEERS_VENV:-$here/.venv}"
[[ -x "$venv/bin/python" ]] || python3 -m venv "$venv" || leave "python3 could not make $venv"
for peer in spacy udpipe; do
  pins="$here/requirements-$peer.txt"
  cmp -s "$pins" "$venv/$peer.txt" && continue
  echo "Installing what ${pins##*/} pins" >&2
  if "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --retries 1 -r "$pins"; then
    cp "$pins" "$venv/$peer.txt"
  else
    echo "run.sh: pip could not install what ${pins##*/} pins; $peer is left out" >&2
  fi
done

# One thread each: numpy, blis and oneDNN would start more, and taskset gives them a single core to share.
export OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 BLIS_NUM_THREADS=1
allowed="$(taskset -cp $$ | sed 's/.*[ ,-]//')"
exec taskset -c "${CORE:-$allowed}" "$venv/bin/python" "$here/compare.py" "$@"
