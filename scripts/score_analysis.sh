#!/usr/bin/env bash
# Scores `stancegraph annotate` on what lies above the parse: names and their links, quotations, coreference.
#
#   scripts/score_analysis.sh PROGRAM
#
# The gold stands in evaluation/ and, with the texts, in ../shared beside the checkout (or where SHARED says);
# what is missing is said and skipped. ERRORS=1 lists what is wrong in our articles. Status 65 if a part failed.
set -uo pipefail

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ $# -ne 1 ]; then
  sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
  exit 64
fi
program=$1
command -v "$program" >/dev/null || {
  echo "score_analysis.sh: $program is no program; build it first (swift build -c release)" >&2
  exit 66
}
status=0

# score TITLE SCRIPT ARGUMENTS
score() {
  echo "== $1"
  shift
  python3 "$here/$1" "${@:2}" || status=65
  echo
}

score "names, our articles" score_names.py "$program"
score "quotations, our articles" score_quotations.py "$program"
score "anaphora, our articles" score_anaphora.py "$program"
unset ERRORS
score "quotations, GUM test" score_quotations.py --gum test "$program"
score "quotations, GUM news of all parts" score_quotations.py --gum all --documents GUM_news_ "$program"
score "coreference" score_coreference.py "$program"
score "coreference, a plain rule sieve instead" score_coreference.py --sieve "$program"
exit $status
