#!/usr/bin/env bash
# gan play in a browser: half a minute. Skipped where node, npm, puppeteer-core or a Chromium cannot be had; where CI is set, that is an error.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
program="$root/artifacts/bin/GanNotebooks.Cli/release/gan.dll"
modules="$root/artifacts/play"

missing() {
    [ -z "${CI:-}" ] || { echo "error: tests/play: $1" >&2; exit 1; }
    echo "tests/play: skipped: $1"
    exit 0
}

[ -f "$program" ] || { echo "error: gan is not built yet: run ./gan setup" >&2; exit 1; }
command -v node >/dev/null && command -v npm >/dev/null || missing "node or npm is not installed"
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || missing "no chromium is installed"
mkdir -p "$modules"
cp "$here"/package*.json "$here"/*.mjs "$modules"
cd "$modules"
timeout 120 npm ci --no-audit --no-fund --loglevel=error >npm.txt 2>&1 || missing "npm could not install puppeteer-core, see artifacts/play/npm.txt"
timeout 300 node test.mjs "$browser" "$program"
