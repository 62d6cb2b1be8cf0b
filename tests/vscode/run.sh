#!/usr/bin/env bash
# The kernel as VS Code's Jupyter extension drives it: about a minute.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../front-end.sh"
install_packages zeromq
dotnet "$program" kernel install --prefix "$modules/kernel" --name .net-csharp >/dev/null
timeout 320 node test.js "$modules/kernel/share/jupyter/kernels/.net-csharp/kernel.json" "$root/notebooks"
