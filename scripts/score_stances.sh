#!/usr/bin/env bash
# Scores the stances read from the shared articles against the gold: score_stances.sh [work|check] [PROGRAM]
# The articles and the gold stand beside the project at ../shared; without them there is nothing to score.
set -euo pipefail
cd "$(dirname "$0")/.."
part=${1:-work}
program=${2:-.build/release/stancegraph}
shared=../shared
if [ ! -d "$shared/gold" ]; then
  echo "score_stances.sh: skipped, $shared/gold is not here"
  exit 0
fi
check=$(sed -n 's/^- \*\*check\*\*[^:]*: *\(.*\)\.$/\1/p' "$shared/gold/SPLIT.md" | sed 's/.*building: //' | tr -d ' ' | tr ',' ' ')
# Without the list, check articles would be shown as work.
[ -n "$check" ] || { echo "score_stances.sh: $shared/gold/SPLIT.md names no check articles" >&2; exit 65; }
case $part in work | check) ;; *) echo "score_stances.sh: '$part' is neither work nor check" >&2; exit 64 ;; esac
names=()
for path in "$shared"/articles/*.txt; do
  name=$(basename "$path" .txt)
  case " $check " in
    *" $name "*) [ "$part" = check ] && names+=("$name") ;;
    *) [ "$part" = work ] && names+=("$name") ;;
  esac
done
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
files=()
for name in "${names[@]}"; do files+=("$shared/articles/$name.txt"); done
"$program" statements "${files[@]}" --format jsonl --relations -o "$out"
[ -n "${KEEP:-}" ] && rm -rf "$KEEP" && cp -r "$out" "$KEEP"
errors=()
# The errors of the check part are looked at by nobody.
[ "$part" = work ] && [ -n "${ERRORS:-}" ] && errors=(--errors)
python3 "$shared/gold/score.py" --gold "$shared/gold" --articles "$shared/articles" --pred "$out" \
  --only "${names[@]}" "${errors[@]}" | if [ -n "${ALL:-}" ] || [ "${#errors[@]}" -gt 0 ]; then cat; else sed -n '/^ALL/,$p'; fi
