#!/usr/bin/env bash
# The kernel as front ends see it: jupyter_kernel_test, jupyter_client, nbconvert. Needs root once, for Debian's packages.
#   tests/jupyter/run.sh          everything, about two minutes
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
program="$root/artifacts/bin/GanNotebooks.Cli/release/gan.dll"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
packages=(python3-jupyter-kernel-test python3-jupyter-client python3-nbconvert)

[ -f "$program" ] || { echo "error: gan is not built yet: run ./gan setup" >&2; exit 1; }
missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    apt-get update >/dev/null || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >/dev/null
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 PYTHONPATH="$here" PYTHONDONTWRITEBYTECODE=1
export JUPYTER_PATH="$scratch/share/jupyter" JUPYTER_DATA_DIR="$scratch/data" JUPYTER_RUNTIME_DIR="$scratch/runtime" IPYTHONDIR="$scratch/ipython"
dotnet "$program" kernel install --prefix "$scratch" --name .net-csharp
cd "$scratch"

echo "== jupyter_kernel_test"
timeout 120 /usr/bin/python3 -m unittest -v protocol_tests 2>&1 | tee protocol.txt
grep -q '^OK (skipped=1)$' protocol.txt || { echo "error: more was skipped than the pager, or a test failed" >&2; exit 1; }

echo "== jupyter_client"
timeout 180 /usr/bin/python3 -m unittest client_tests

echo "== nbconvert runs every lesson"
for lesson in "$root"/notebooks/*.ipynb; do
    GAN_BUDGET=smoke timeout 240 /usr/bin/python3 -m nbconvert --log-level=ERROR --ExecutePreprocessor.timeout=200 --execute --to notebook --output-dir "$scratch" "$lesson"
    /usr/bin/python3 - "$scratch/$(basename "$lesson")" <<'PYTHON'
import nbformat, os, sys
cells = [c for c in nbformat.read(sys.argv[1], 4).cells if c.cell_type == "code"]
assert cells and all(c.execution_count for c in cells) and not any(o.output_type == "error" for c in cells for o in c.outputs)
print(f"{os.path.basename(sys.argv[1])}: {len(cells)} cells, {sum(len(c.outputs) for c in cells)} outputs")
PYTHON
done

echo "== timings"
timeout 120 /usr/bin/python3 "$here/timings.py"
