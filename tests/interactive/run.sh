#!/usr/bin/env bash
# The kit in the real .NET Interactive tool: every lesson, charts, Stop, and the NuGet package. Needs python3-jupyter-client, which tests/jupyter/run.sh installs.
#   tests/interactive/run.sh          everything, about three minutes
set -euo pipefail
version=1.0.712001
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
tool="$root/artifacts/dotnet-interactive/$version"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

/usr/bin/python3 -c "import jupyter_client" 2>/dev/null || { echo "error: python3-jupyter-client is not installed: run tests/jupyter/run.sh first, which installs it" >&2; exit 1; }

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT=1 DOTNET_ROLL_FORWARD=Major
[ -x "$tool/dotnet-interactive" ] || dotnet tool install Microsoft.dotnet-interactive --version "$version" --tool-path "$tool"
echo "dotnet-interactive $("$tool/dotnet-interactive" --version)"

kernel="$scratch/share/jupyter/kernels/.net-csharp"
mkdir -p "$kernel" "$scratch/elsewhere"
cat >"$kernel/kernel.json" <<JSON
{ "argv": ["$tool/dotnet-interactive", "jupyter", "--default-kernel", "csharp", "--log-path", "$scratch", "{connection_file}"], "display_name": ".NET (C#)", "language": "C#" }
JSON
export JUPYTER_PATH="$scratch/share/jupyter" JUPYTER_DATA_DIR="$scratch/data" JUPYTER_RUNTIME_DIR="$scratch/runtime" IPYTHONDIR="$scratch/ipython"
export PYTHONPATH="$here:$root/tests/jupyter" PYTHONDONTWRITEBYTECODE=1 GAN_ROOT="$root" GAN_SCRATCH="$scratch" DOTNET_INTERACTIVE="$tool/dotnet-interactive"
timeout 1200 /usr/bin/python3 -m unittest -v lesson_tests stop_tests package_tests
