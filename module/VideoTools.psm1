# A process has one copy of the module: .NET keeps assemblies until the process ends, also after Remove-Module. Told here, because the
# manifest can only fail with whatever comes first: a view that is there already, or an assembly.
if ($ExecutionContext.SessionState.LanguageMode -eq 'FullLanguage') {
    $loaded = [AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -eq 'VideoTools.PowerShell' }, 'First')
    if ($loaded -and [IO.Path]::GetDirectoryName($loaded[0].Location) -ne $PSScriptRoot) {
        throw "VideoTools is loaded already from '$([IO.Path]::GetDirectoryName($loaded[0].Location))', and a process keeps one copy. Start a new session to use the one in '$PSScriptRoot'."
    }
}

Import-Module (Join-Path $PSScriptRoot 'VideoTools.PowerShell.dll')
Update-TypeData -PrependPath (Join-Path $PSScriptRoot 'VideoTools.Types.ps1xml')
