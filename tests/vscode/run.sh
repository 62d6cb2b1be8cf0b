#!/usr/bin/env bash
# The kernel as VS Code's Jupyter extension drives it: about a minute. Skipped where node, npm or zeromq cannot be had; where CI is set, that is an error.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
program="$root/artifacts/bin/GanNotebooks.Cli/release/gan.dll"
modules="$root/artifacts/vscode"

missing() {
    [ -z "${CI:-}" ] || { echo "error: tests/vscode: $1" >&2; exit 1; }
    echo "tests/vscode: skipped: $1"
    exit 0
}

[ -f "$program" ] || { echo "error: gan is not built yet: run ./gan setup" >&2; exit 1; }
command -v node >/dev/null && command -v npm >/dev/null || missing "node or npm is not installed"
mkdir -p "$modules"
cp "$here"/package*.json "$here"/*.js "$modules"
cd "$modules"
timeout 120 npm ci --no-audit --no-fund --loglevel=error >npm.txt 2>&1 || missing "npm could not install zeromq, see artifacts/vscode/npm.txt"
dotnet "$program" kernel install --prefix "$modules/kernel" --name .net-csharp >/dev/null
timeout 320 node test.js "$modules/kernel/share/jupyter/kernels/.net-csharp/kernel.json" "$root/notebooks"
