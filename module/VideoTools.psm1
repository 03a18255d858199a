# A process has one copy of the module: .NET keeps assemblies until the process ends, also after Remove-Module. Told here, because PowerShell
# takes an assembly that is loaded in place of one in another folder without a word, and fails where that has another version.
if ($ExecutionContext.SessionState.LanguageMode -eq 'FullLanguage') {
    $known = 'VideoTools.PowerShell.ModuleInitializer' -as [type]
    if ($known -and [IO.Path]::GetDirectoryName($known.Assembly.Location) -ne $PSScriptRoot) {
        throw "VideoTools is loaded already from '$([IO.Path]::GetDirectoryName($known.Assembly.Location))', and a process keeps one copy. Start a new session to use the one in '$PSScriptRoot'."
    }
}

Import-Module "$PSScriptRoot/VideoTools.PowerShell.dll"
