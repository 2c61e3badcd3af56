#!/usr/bin/env bash
# upload.sh ENDPOINT TOKEN FILE WAY: uploads with tus-js-client; the last line is the address of the upload.
set -euo pipefail
cd "$(dirname "$0")"
source ../npm-install.sh
# the server has a certificate of its own
NODE_TLS_REJECT_UNAUTHORIZED=0 NODE_NO_WARNINGS=1 exec node upload.js "$@"
