# What the tests of front ends begin with: sourced by the run.sh of each. A test is skipped where something that it needs cannot be had; where CI is set, that is an error.
here=$(cd "$(dirname "${BASH_SOURCE[1]}")" && pwd)
root=$(cd "$here/../.." && pwd)
name=tests/${here##*/}
program="$root/artifacts/bin/GanNotebooks.Cli/release/gan.dll"
modules="$root/artifacts/${here##*/}"

missing() {
    [ -z "${CI:-}" ] || { echo "error: $name: $1" >&2; exit 1; }
    echo "$name: skipped: $1"
    exit 0
}

find_browser() {
    browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || missing "no chromium is installed"
}

# install_packages PACKAGE [FOLDER]: what FOLDER's package.json names (the test's own, when left out), in artifacts/, where the test then is.
install_packages() {
    command -v node >/dev/null && command -v npm >/dev/null || missing "node or npm is not installed"
    mkdir -p "$modules"
    cp "${2:-$here}"/package*.json "$here"/*.*js "$root"/tests/*.mjs "$modules"
    cd "$modules"
    timeout 120 npm ci --no-audit --no-fund --loglevel=error >npm.txt 2>&1 || missing "npm could not install $1, see ${modules#"$root/"}/npm.txt"
}

[ -f "$program" ] || { echo "error: gan is not built yet: run ./gan setup" >&2; exit 1; }
