#!/usr/bin/env bash
# gan play in a browser: half a minute.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../front-end.sh"
find_browser
install_packages puppeteer-core
timeout 300 node test.mjs "$browser" "$program"
