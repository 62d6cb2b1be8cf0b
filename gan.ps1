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

# The property that holds a version in Directory.Packages.props, the package, and whether the kit can do without it.
$torchPackage = if ($env:TorchSharpPackage) { $env:TorchSharpPackage } else { 'TorchSharp-cpu' }
$nugetPackages = @(
    @('TorchSharpVersion', $torchPackage, $true), @('ImageSharpVersion', 'SixLabors.ImageSharp', $true), @('PlotlyVersion', 'Plotly.NET', $false),
    @('PlotlyInteractiveVersion', 'Plotly.NET.Interactive', $false), @('InteractiveVersion', 'Microsoft.DotNet.Interactive', $false))

# The versions of a package that the configured sources, or one feed, hold; null when they do not answer. NuGet itself asks: its proxies, credentials and mirrors apply.
function Find-Versions([string] $package, [string] $feed) {
    $from = if ($feed) { @('--source', $feed) } else { @() }
    $answer = dotnet package search $package --exact-match --prerelease --format json --verbosity minimal @from 2>$null
    if ($LASTEXITCODE -ne 0) { return $null }
    return , @(($answer | Out-String | ConvertFrom-Json).searchResult.packages.version | Where-Object { $_ })
}

# What Local.props is to say: the versions of a feed that was named, where it lacks the wanted ones, and whether .NET Interactive's packages are there.
function Get-PackageProperties([string] $feed) {
    $defaults = ([xml](Get-Content (Join-Path $root 'Directory.Packages.props') -Raw)).Project.PropertyGroup
    $properties = ''
    $interactive = $true
    if ($env:TorchSharpPackage) { $properties += "<TorchSharpPackage>$torchPackage</TorchSharpPackage>" }
    foreach ($entry in $nugetPackages) {
        $property, $package, $needed = $entry
        $default = @($defaults.$property | Where-Object { $_ })[0].'#text'
        $set = [Environment]::GetEnvironmentVariable($property)
        $want = if ($set) { $set } else { $default }
        $version = $null
        if ($feed) {
            $held = Find-Versions $package $feed
            if ($null -eq $held) { Stop-With "The package source $feed did not answer." }
            $version = if ($held -contains $want) { $want }
            else { $held | Where-Object { $_ -notmatch '-' -and $_.Split('.')[0] -eq $want.Split('.')[0] } | Sort-Object { [version]$_ } | Select-Object -Last 1 }
        }
        if (-not $version) {
            $held = Find-Versions $package
            if ($null -eq $held) { Write-Host '  The package sources did not answer; going on with what this machine has.'; return $properties }
            if ($held -contains $want) { $version = $want }
        }
        if (-not $version -and $needed) { Stop-With "The package sources lack $package $want. Name a feed that holds it: ./gan.ps1 setup --source FOLDER-OR-URL" }
        if (-not $version) { $interactive = $false; Write-Host "  The package sources lack $package ${want}: going on without the extension for .NET Interactive." }
        if ($version -and $version -ne $default) { $properties += "<$property>$version</$property>" }
    }
    if (-not $interactive) { $properties += '<GanInteractive>false</GanInteractive>' }
    return $properties
}

function Invoke-Setup([string[]] $arguments) {
    $stack = 'nuget'
    $feed = ''
    for ($i = 0; $i -lt $arguments.Count; $i += 2) {
        if ($i + 1 -eq $arguments.Count) { Stop-With 'Usage: ./gan.ps1 setup [--stack nuget] [--source FOLDER-OR-URL]' }
        switch ($arguments[$i]) {
            '--stack' { $stack = $arguments[$i + 1] }
            '--source' { $feed = $arguments[$i + 1] }
            default { Stop-With 'Usage: ./gan.ps1 setup [--stack nuget] [--source FOLDER-OR-URL]' }
        }
    }
    if ($stack -ne 'nuget') { Stop-With "The stack `"$stack`" needs apt: on Debian and Ubuntu use ./gan. Here the stack is nuget." }
    if ($feed -and $feed -notmatch '://') {
        if (-not (Test-Path $feed -PathType Container)) { Stop-With "There is no folder ${feed}: --source takes a folder of packages or the address of a feed." }
        $feed = (Resolve-Path $feed).Path
    }
    Assert-Sdk
    New-Item -ItemType Directory -Force $state | Out-Null
    Write-Host '  Asking NuGet for the packages …'
    $properties = Get-PackageProperties $feed
    if ($feed) { $properties += "<RestoreAdditionalProjectSources>$feed</RestoreAdditionalProjectSources>" }
    Set-Content (Join-Path $root 'Local.props') "<Project><PropertyGroup><GanStack>nuget</GanStack>$properties</PropertyGroup></Project>"
    Set-Content (Join-Path $state 'stack.txt') 'nuget: the only one where there is no apt'
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
