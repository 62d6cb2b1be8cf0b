#!/usr/bin/env bash
# gan.ps1 in PowerShell, on this system: it builds, hands arguments and exit codes on, and says what is wrong. A minute.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../front-end.sh"
mkdir -p "$modules"
[ -x "$modules/pwsh" ] || dotnet tool install PowerShell --version 7.6.9 --tool-path "$modules" >"$modules/install.txt" 2>&1 || missing "dotnet could not install PowerShell, see artifacts/powershell/install.txt"
export POWERSHELL_TELEMETRY_OPTOUT=1
cd "$root"

gan() { "$modules/pwsh" -NoProfile -NonInteractive -File gan.ps1 "$@"; }

# expect STATUS TEXT ARGUMENT…: what gan.ps1 with these arguments exits with, and says.
expect() {
    local status=0 wanted=$1 text=$2 said
    shift 2
    said=$(gan "$@" 2>&1) || status=$?
    [ "$status" -eq "$wanted" ] && [[ $said == *"$text"* ]] || { printf 'error: %s: gan.ps1 %s exited with %s (expected %s) and did not say "%s":\n%s\n' "$name" "$*" "$status" "$wanted" "$text" "$said" >&2; exit 1; }
    echo "passed  gan.ps1 $*"
}

expect 0 "Ready." setup
expect 0 "libtorch" doctor
expect 0 "pages" site "$modules/a site"         # an argument with a space stays one
expect 0 "slides" workshop "$modules/workshop"
expect 0 "DcganDiscriminator" show dcgan
expect 1 "nonsense" nonsense
expect 1 "There is no folder no-such-folder" setup --source no-such-folder

said=$(timeout -s TERM 8 "$modules/pwsh" -NoProfile -NonInteractive -File gan.ps1 play --no-browser 2>&1) || true
[[ $said == *http://127.0.0.1:*"Stopping"* ]] || { printf 'error: %s: gan.ps1 play said:\n%s\n' "$name" "$said" >&2; exit 1; }
echo "passed  gan.ps1 play"
