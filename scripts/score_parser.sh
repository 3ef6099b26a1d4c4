#!/bin/sh
# Scores `stancegraph annotate` on the test parts of the treebanks, by the CoNLL 2018 definitions.
#
#   scripts/score_parser.sh PROGRAM          gold sentences and words (--pretokenized), and names
#   scripts/score_parser.sh --raw PROGRAM    from raw text: sentences, words and all that follows
#
# The treebanks stand in ../shared/treebanks beside the checkout, or where TREEBANKS says; without them
# nothing is scored and the status is 0.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
treebanks=${TREEBANKS:-$here/../../shared/treebanks}

raw=no
if [ "${1:-}" = --raw ]; then
  raw=yes
  shift
fi
if [ $# -ne 1 ]; then
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 64
fi
program=$1
if [ ! -d "$treebanks" ]; then
  echo "score_parser.sh: no $treebanks: nothing to score"
  exit 0
fi
command -v "$program" >/dev/null || {
  echo "score_parser.sh: $program is no program; build it first (swift build -c release)" >&2
  exit 66
}

case $program in
*/*) program=$(CDPATH= cd -- "$(dirname -- "$program")" && pwd)/$(basename -- "$program") ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# score TITLE ARGUMENTS: one table
score() {
  echo "$1"
  shift
  python3 "$here/conll18.py" "$@"
  echo
}

for treebank in ewt gum; do
  gold=$treebanks/$treebank-test.conllu.gz
  [ -f "$gold" ] || continue
  if [ $raw = yes ]; then
    rm -rf "$work/$treebank"
    python3 "$here/treebank_text.py" "$gold" "$work/$treebank"
    (cd "$work/$treebank/text" && "$program" annotate --format conllu .) >"$work/system.conllu"
    score "$treebank-test from raw text" "$work/$treebank/gold.conllu" "$work/system.conllu"
    if [ $treebank = gum ]; then
      score "$treebank-test from raw text, news only" --documents '(\d{4}-)?GUM_news_' \
        "$work/$treebank/gold.conllu" "$work/system.conllu"
      # Tokens and sentences are found by rules that no treebank taught: all parts may test them.
      for part in train dev test; do gzip -dc "$treebanks/gum-$part.conllu.gz"; done | gzip >"$work/all.gz"
      rm -rf "$work/all"
      python3 "$here/treebank_text.py" "$work/all.gz" "$work/all"
      (cd "$work/all/text" && find . -name '*.txt' ! -name '*GUM_news_*' -delete &&
        "$program" annotate --format conllu .) >"$work/system.conllu"
      score "gum, news of all parts, from raw text (tags and trees were trained on most of it)" \
        --documents '(\d{4}-)?GUM_news_' "$work/all/gold.conllu" "$work/system.conllu"
    fi
  else
    gzip -dc "$gold" >"$work/gold.conllu"
    "$program" annotate --pretokenized --format conllu "$work/gold.conllu" >"$work/system.conllu"
    names=$treebanks/$treebank-names-test.iob2.gz
    if [ -f "$names" ]; then
      score "$treebank-test, gold words" --names "$names" "$work/gold.conllu" "$work/system.conllu"
    else
      score "$treebank-test, gold words" "$work/gold.conllu" "$work/system.conllu"
    fi
  fi
done
