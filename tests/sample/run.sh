#!/usr/bin/env bash
# The page of the sample application in a browser, set up as its README says: half a minute.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../front-end.sh"
find_browser
install_packages puppeteer-core "$root/tests/play"
timeout 120 npm install --prefix "$root/artifacts/web" --no-audit --no-fund --loglevel=error onnxruntime-web@1.30.0 >npm-web.txt 2>&1 || missing "npm could not install onnxruntime-web, see artifacts/sample/npm-web.txt"
dotnet "$program" export "$root/notebooks/models/digits" --onnx digits.onnx
dotnet build "$root/src/GanNotebooks.Sample" -c Release --nologo -v quiet
timeout 120 node test.mjs "$browser" "$root/artifacts/bin/GanNotebooks.Sample/release/GanNotebooks.Sample.dll" digits.onnx
