# Runs every Pester file here and writes "passed failed skipped" for the build program, then a line for each failure.
param(
    [Parameter(Mandatory)]
    [string] $ResultPath,

    # The built module; the default is what build.ps1 makes.
    [string] $ModulePath = (Join-Path $PSScriptRoot '..' '..' 'output' 'VideoTools')
)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0
$env:VIDEOTOOLS_TEST_MODULE = (Resolve-Path $ModulePath).Path

# Tests that watch the decoder must decode; those of the cache name a folder of their own.
$env:VIDEOTOOLS_CACHE_MB = '0'
$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Detailed'
$configuration.Output.CIFormat = 'None'
$result = Invoke-Pester -Configuration $configuration

# A file or a block that fails outside of a test counts: it hides the tests it holds.
$failed = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
New-Item -ItemType Directory -Force (Split-Path $ResultPath) | Out-Null
$failures = @($result.Failed) + @($result.FailedBlocks) + @($result.FailedContainers) | Where-Object { $_ } | ForEach-Object {
    $name = $_ -is [Pester.Container] ? $_.Item : $_.ExpandedPath
    "${name}: $($_.ErrorRecord | ForEach-Object { $_.Exception.Message })" -replace '\s*\r?\n\s*', ' | '
}
@("$($result.PassedCount) $failed $($result.SkippedCount + $result.NotRunCount)") + @($failures) | Set-Content $ResultPath
exit [Math]::Min($failed, 1)
