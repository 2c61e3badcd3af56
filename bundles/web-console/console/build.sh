#!/usr/bin/env bash
# The build, when the sources changed or its result is gone.
set -euo pipefail
cd "$(dirname "$0")"
[ -f ../target/classes/META-INF/resources/console/index.html ] || rm -f ../target/build.stamp
exec ./once.sh build npm run build
