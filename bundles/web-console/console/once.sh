#!/usr/bin/env bash
# once.sh NAME COMMAND...: runs the command, unless it already succeeded on exactly these sources.
set -euo pipefail
cd "$(dirname "$0")"
stamp=../target/$1.stamp
shift
./ci.sh
want=$(
  {
    find src public -type f -print0 | sort -z | xargs -0 sha256sum
    sha256sum index.html package.json package-lock.json tsconfig.json vite.config.ts eslint.config.js
    node -v
  } | sha256sum | cut -d' ' -f1
)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ]; then
  exit 0
fi
mkdir -p ../target
rm -f "$stamp"
"$@"
echo "$want" > "$stamp"
