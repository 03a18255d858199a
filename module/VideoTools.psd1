@{
    RootModule             = 'VideoTools.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = '5c1d9c1e-6a0b-4f43-9d0e-2f7a8b1c3d5e'
    Author                 = 'the VideoTools authors'
    CompanyName            = 'VideoTools'
    Copyright              = 'Copyright (c) 2026 the VideoTools authors'
    Description            = 'Scenes, crop analysis, on-screen text, speech and templates of videos from one decode: records flow down the pipeline while the video is read.'
    PowerShellVersion      = '7.6'
    CompatiblePSEditions   = @('Core')
    CmdletsToExport        = @(
        'Clear-VideoCache'
        'Compare-VideoFace'
        'Compare-VideoNiche'
        'ConvertTo-VideoState'
        'Export-CropPreview'
        'Export-VideoCapture'
        'Export-VideoCrop'
        'Export-VideoFrame'
        'Export-VideoReport'
        'Export-VideoScene'
        'Export-VideoTaxonomy'
        'Export-VideoTranscript'
        'Find-SimilarVideo'
        'Get-CropPath'
        'Get-CropStrategy'
        'Get-DriverState'
        'Get-VideoActivity'
        'Get-VideoAlert'
        'Get-VideoCache'
        'Get-VideoFace'
        'Get-VideoFrame'
        'Get-VideoInfo'
        'Get-VideoJob'
        'Get-VideoModel'
        'Get-VideoNiche'
        'Get-VideoNicheRecommendation'
        'Get-VideoScene'
        'Get-VideoTaxonomy'
        'Get-VideoTemplate'
        'Get-VideoText'
        'Get-VideoTranscript'
        'Group-VideoFace'
        'Import-VideoMetadata'
        'Initialize-VideoModel'
        'Invoke-CropAnalysis'
        'Invoke-VideoQuery'
        'Measure-VideoAlert'
        'Measure-VideoNiche'
        'Optimize-VideoModel'
        'Receive-VideoJob'
        'Resume-VideoJob'
        'Select-CropCandidate'
        'Show-CropCandidate'
        'Stop-VideoJob'
        'Submit-VideoJob'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    DscResourcesToExport   = @()
    HelpInfoURI            = 'https://videotools.example/help/'
    FormatsToProcess       = @('VideoTools.Format.ps1xml')
    PrivateData            = @{
        PSData = @{
            Tags         = @('video', 'ffmpeg', 'scene-detection', 'crop', 'shot',
                'Linux', 'Windows', 'MacOS', 'linux-x64', 'linux-arm64', 'win-x64', 'win-arm64', 'osx-arm64', 'PSEdition_Core')
            LicenseUri   = 'https://spdx.org/licenses/MIT.html'
            ProjectUri   = 'https://videotools.example'
            ReleaseNotes = 'First version: CHANGELOG.md lists what is in it. Needs ffmpeg and ffprobe on the machine.'
        }
    }
}
