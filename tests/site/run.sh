#!/usr/bin/env bash
# The pages of gan site in a browser: half a minute.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../front-end.sh"
find_browser
install_packages puppeteer-core "$root/tests/play"
dotnet "$program" site "$modules/pages"
timeout 300 node test.mjs "$browser" "$modules/pages"
