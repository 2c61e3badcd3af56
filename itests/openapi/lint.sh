#!/usr/bin/env bash
# lint.sh FILE...: Spectral's rules for OpenAPI; fails for a warning, too, and prints what it found.
set -euo pipefail
cd "$(dirname "$0")"
stamp=node_modules/.ci-stamp
want=$(cat package-lock.json .npmrc <(node -v) <(npm -v) | sha256sum | cut -d' ' -f1)
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$want" ]; then
  { npm ci --no-audit --no-fund || npm ci --no-audit --no-fund; } >&2
  echo "$want" > "$stamp"
fi
exec node_modules/.bin/spectral lint --ruleset .spectral.yaml --fail-severity warn --quiet --format text "$@"
