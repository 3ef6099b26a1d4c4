#!/usr/bin/env bash
# Style of the Swift code and syntax of the scripts; any finding is an error.
set -euo pipefail
cd "$(dirname "$0")/.."

"${SWIFT:-swift}" format lint --strict --parallel -r Package.swift Sources Tests Benchmarks
for script in scripts/*.sh .ci/run; do bash -n "$script"; done
