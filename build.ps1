#!/usr/bin/env pwsh
<#
.SYNOPSIS
Builds, tests, packs or measures VideoTools.
.DESCRIPTION
The steps themselves stand once, in build/VideoTools.Build; build.sh calls the same.
.EXAMPLE
./build.ps1
Builds the module into output/VideoTools and the command line into output/cli.
.EXAMPLE
./build.ps1 -Task Test
Builds, then runs every test.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Demo', 'Pack', 'Bench', 'Models', 'Cuda', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    # Passed on: to dotnet test, to the benchmark program, or the video of the demo.
    [Parameter(ValueFromRemainingArguments)]
    [string[]] $Argument = @()
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Command dotnet -ErrorAction Ignore)) {
    throw 'The .NET SDK 10 is not on PATH; install it from https://dotnet.microsoft.com/download'
}

$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$project = Join-Path $PSScriptRoot build VideoTools.Build
dotnet run --project $project -c Release -v quiet -- $Task -Configuration $Configuration -- @Argument
exit $LASTEXITCODE
