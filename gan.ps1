# GAN Notebooks: sets itself up on first use, then hands its arguments to the command-line program.
#   ./gan.ps1 run [LESSON…]   run lessons        ./gan.ps1 test     run all tests
#   ./gan.ps1 setup           set up again       ./gan.ps1 --help   everything else
#   ./gan.ps1 train MODEL     train, without notebooks: sample and show are its sisters
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$state = Join-Path $root 'artifacts/setup'
$stamp = Join-Path $state 'stamp'
$sdkMajor = 10
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'

function Stop-With([string] $message) {
    [Console]::Error.WriteLine("error: $message")
    exit 1
}

function Assert-Sdk {
    $hint = "Install the .NET $sdkMajor SDK from https://dotnet.microsoft.com/download/dotnet/$sdkMajor.0 and try again."
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { Stop-With "The .NET SDK was not found. $hint" }
    if (-not (dotnet --list-sdks | Select-String "^$sdkMajor\.")) { Stop-With "The .NET $sdkMajor SDK is needed. $hint" }
}

function Invoke-Build([string] $project) {
    Write-Host "  Building $project (the first time about a minute) …"
    dotnet build (Join-Path $root $project) -c Release --disable-build-servers -v quiet
    if ($LASTEXITCODE -ne 0) { Stop-With "Building $project failed; the messages above say why." }
}

function Invoke-Setup([string[]] $arguments) {
    $stack = 'nuget'
    if ($arguments.Count -eq 2 -and $arguments[0] -eq '--stack') { $stack = $arguments[1] }
    elseif ($arguments.Count -gt 0) { Stop-With "Usage: ./gan.ps1 setup [--stack nuget]" }
    if ($stack -ne 'nuget') { Stop-With "The stack `"$stack`" needs apt: on Debian and Ubuntu use ./gan. Here the stack is nuget." }
    Assert-Sdk
    New-Item -ItemType Directory -Force $state | Out-Null
    Set-Content (Join-Path $root 'Local.props') '<Project><PropertyGroup><GanStack>nuget</GanStack></PropertyGroup></Project>'
    Invoke-Build 'src/GanNotebooks.Cli/GanNotebooks.Cli.csproj'
    Get-Date | Set-Content $stamp
    Write-Host 'Ready.'
}

function Confirm-Ready {
    if (-not (Test-Path $stamp)) { Invoke-Setup @(); return }
    $built = (Get-Item $stamp).LastWriteTime
    $changed = Get-ChildItem (Join-Path $root 'src') -Recurse -File | Where-Object LastWriteTime -gt $built | Select-Object -First 1
    if (-not $changed) { return }
    Assert-Sdk
    Invoke-Build 'src/GanNotebooks.Cli/GanNotebooks.Cli.csproj'
    Get-Date | Set-Content $stamp
}

$command, $rest = $args
switch ($command) {
    'setup' { Invoke-Setup @($rest | Where-Object { $_ }) }
    'test' {
        Confirm-Ready
        Invoke-Build 'GanNotebooks.sln'
        dotnet test (Join-Path $root 'GanNotebooks.sln') -c Release --no-build --nologo @rest
        exit $LASTEXITCODE
    }
    default {
        Confirm-Ready
        dotnet (Join-Path $root 'artifacts/bin/GanNotebooks.Cli/release/gan.dll') @args
        exit $LASTEXITCODE
    }
}
