# shellcheck shell=bash
# Sourced in a directory with a lock file: installs what it names, unless that is there already.
stamp=node_modules/.ci-stamp
want=$(cat package-lock.json .npmrc <(node -v) <(npm -v) | sha256sum | cut -d' ' -f1)
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$want" ]; then
  { npm ci --no-audit --no-fund || npm ci --no-audit --no-fund; } >&2
  echo "$want" > "$stamp"
fi
