# GAN Notebooks: builds itself when needed, then hands its arguments to the command-line program.
#   ./gan.ps1 run [LESSON…]           run lessons           ./gan.ps1 test     run all tests
#   ./gan.ps1 setup [--source FEED]   build again, with packages from another feed or a folder made by ./gan.ps1 bundle
#   ./gan.ps1 bench                   training steps beside PyTorch's          ./gan.ps1 --help   everything else
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$bin = Join-Path $root 'artifacts/bin'
$stamp = Join-Path $root 'artifacts/setup/stamp'
$program = Join-Path $bin 'GanNotebooks.Cli/release/gan.dll'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = $env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_UI_LANGUAGE = 'en'

function Stop-With([string] $message) { [Console]::Error.WriteLine("error: $message"); exit 1 }

function Invoke-Build([string] $project) {
    $hint = 'Install the .NET 10 SDK from https://dotnet.microsoft.com/download/dotnet/10.0 and try again.'
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { Stop-With "The .NET SDK was not found. $hint" }
    if (-not (dotnet --list-sdks | Select-String '^10\.')) { Stop-With "The .NET 10 SDK is needed. $hint" }
    try { New-Item -ItemType Directory -Force (Split-Path $stamp) | Out-Null } catch { Stop-With "$root cannot be written to, and the build lies in its folder artifacts/. Clone the project to a folder of your own." }
    $before = Get-Date
    Write-Host "  Building $project (the first time one to three minutes, packages included) …"
    dotnet build (Join-Path $root $project) -c Release --disable-build-servers -v quiet
    if ($LASTEXITCODE -ne 0) { Stop-With "Building $project failed; the messages above say why. Where a package source did not answer: check the network, or use ./gan.ps1 setup --source FOLDER with a folder made by ./gan.ps1 bundle FOLDER." }
    Set-Content $stamp $before
    (Get-Item $stamp).LastWriteTime = $before      # what changed meanwhile is built the next time
}

function Confirm-Ready {
    if ((Test-Path $stamp) -and (Test-Path $program)) {
        $built = (Get-Item $stamp).LastWriteTime
        $sources = @(Get-ChildItem (Join-Path $root 'src') -Recurse -File) + @(Get-ChildItem (Join-Path $root '*.props'))
        if (-not ($sources | Where-Object LastWriteTime -gt $built | Select-Object -First 1)) { return }
    }
    Invoke-Build 'src/GanNotebooks.Cli/GanNotebooks.Cli.csproj'
}

function Use-Source([string] $feed) {
    $property = 'RestoreAdditionalProjectSources'
    if ($feed -notmatch '://') {
        if (-not (Test-Path $feed -PathType Container)) { Stop-With "There is no folder ${feed}: --source takes a folder of packages or the address of a feed." }
        $feed = (Resolve-Path $feed).Path
        if (Test-Path (Join-Path $feed 'gan-bundle.txt')) { $property = 'RestoreSources' }      # it holds everything: no other source is asked
    }
    Set-Content (Join-Path $root 'Local.props') "<Project><PropertyGroup><$property>$([Security.SecurityElement]::Escape($feed))</$property></PropertyGroup></Project>"
}

$command, $rest = $args
$rest = @($rest | Where-Object { $null -ne $_ })
if ($command -eq 'setup') {
    if ($rest.Count -eq 2 -and $rest[0] -eq '--source') { Use-Source $rest[1] }
    elseif ($rest.Count -ne 0) { Stop-With 'Usage: ./gan.ps1 setup [--source FOLDER-OR-URL]' }
    else { Remove-Item (Join-Path $root 'Local.props') -ErrorAction SilentlyContinue }
    Invoke-Build 'src/GanNotebooks.Cli/GanNotebooks.Cli.csproj'
    Write-Host 'Ready.'
    exit 0
}
if ($command -in 'test', 'bench') { Invoke-Build 'GanNotebooks.sln' } else { Confirm-Ready }
if ($command -eq 'test') { dotnet test (Join-Path $root 'GanNotebooks.sln') -c Release --no-build --nologo @rest }
elseif ($command -eq 'bench') { dotnet (Join-Path $bin 'GanNotebooks.Benchmarks/release/GanNotebooks.Benchmarks.dll') @rest }
else { dotnet $program @args }
exit $LASTEXITCODE
