#!/usr/bin/env bash
# run.sh [PLAYWRIGHT ARGUMENT...]: the journeys against the server at SMARTEMS_URL (default https://localhost:8443).
# SMARTEMS_ADMIN_PASSWORD_FILE names the file with the administrator's password, CHROMIUM the browser.
set -euo pipefail
cd "$(dirname "$0")"
: "${SMARTEMS_ADMIN_PASSWORD_FILE:?names the file with the password of the first administrator}"
SMARTEMS_ADMIN_PASSWORD_FILE=$(realpath "$SMARTEMS_ADMIN_PASSWORD_FILE")
export SMARTEMS_ADMIN_PASSWORD_FILE
stamp=node_modules/.ci-stamp
want=$(cat package-lock.json .npmrc <(node -v) <(npm -v) | sha256sum | cut -d' ' -f1)
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$want" ]; then
  npm ci --no-audit --no-fund || npm ci --no-audit --no-fund
  echo "$want" > "$stamp"
fi
exec npm test -- "$@"
