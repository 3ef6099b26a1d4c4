#!/usr/bin/env bash
# Speed of each stage, peak memory, and the time the program takes to start: scripts/bench.sh [ARTICLES…]
set -euo pipefail
cd "$(dirname "$0")/.."
export STANCEGRAPH_BENCHMARKS=1
articles=("$@")
((${#articles[@]} > 0)) || articles=(articles)

build() { "${SWIFT:-swift}" build -c release --static-swift-stdlib "$@"; }
build --product stancegraph-bench
build --product stancegraph
bin="$(build --show-bin-path)"

"$bin/stancegraph-bench" "${articles[@]}"

# From nothing to the statements of one sentence: what a user waits for before any article is read.
sentence="$(mktemp --suffix .txt)"
trap 'rm -f "$sentence"' EXIT
echo "Norway opposes the plan." >"$sentence"
best=
for _ in 1 2 3 4 5 6 7 8 9 10; do
  from="${EPOCHREALTIME/[.,]/}"
  "$bin/stancegraph" statements "$sentence" >/dev/null
  took=$((${EPOCHREALTIME/[.,]/} - from))
  [[ -n "$best" ]] && ((best <= took)) || best=$took
done
printf '%-44s%d ms\n' "start-up, with one sentence read" $((best / 1000))
