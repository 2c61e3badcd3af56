#!/usr/bin/env bash
# The build, when the sources changed or its result is gone. A second one waits for the first and has nothing to do.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p ../target
exec 9> ../target/.build-lock
flock 9
[ -f ../target/classes/META-INF/resources/console/index.html ] || rm -f ../target/build.stamp
# what npm leaves behind does not hold the lock
exec ./once.sh build sh -c 'exec npm run build 9>&-'
