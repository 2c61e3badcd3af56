#!/usr/bin/env bash
# lint.sh FILE...: Spectral's rules for OpenAPI; fails for a warning, too, and prints what it found.
set -euo pipefail
cd "$(dirname "$0")"
source ../npm-install.sh
exec node_modules/.bin/spectral lint --ruleset .spectral.yaml --fail-severity warn --quiet --format text "$@"
