#!/usr/bin/env bash
# The pages of gan site and the slides of gan workshop in a browser: a minute.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../front-end.sh"
find_browser
install_packages puppeteer-core "$root/tests/play"
dotnet "$program" site "$modules/pages"
dotnet "$program" workshop "$modules/workshop"
timeout 300 node test.mjs "$browser" "$modules/pages"
timeout 300 node slides.mjs "$browser" "$modules/workshop/slides"
