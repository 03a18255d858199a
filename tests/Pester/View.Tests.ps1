BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $clip = Join-Path $TestDrive 'clip.mp4'
    New-TestClip $clip
    $records = @{
        Info      = @(Get-VideoInfo $clip)
        Scene     = @(Get-VideoScene $clip)
        Position  = @(Invoke-CropAnalysis $clip -Aspect 9:16 -Grid 2)
        Candidate = @(Invoke-CropAnalysis $clip -Aspect 9:16 -Grid 2 | Select-CropCandidate)
        Strategy  = @(Get-CropStrategy)
        Template  = @(Get-VideoTemplate $clip)
    }

    function Get-View([object[]] $Record, [int] $Width = 80) {
        $before = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'PlainText'
            ($Record | Out-String -Width $Width) -split '\r?\n' | Where-Object { $_.Trim() }
        }
        finally {
            $PSStyle.OutputRendering = $before
        }
    }
}

Describe 'The table of <Kind>' -ForEach @(
    @{ Kind = 'Info'; Header = 'Name\s+Duration\s+Size\s+Codec\s+Rate\s+Frames\s+Audio\s+Status' }
    @{ Kind = 'Scene'; Header = 'Index\s+Start\s+End\s+Duration\s+Frame\s+Transition\s+Conf\.\s+Status' }
    @{ Kind = 'Position'; Header = 'Index\s+X\s+Y\s+Width\s+Height\s+Motion\s+Detail\s+Edges\s+Satur\.\s+Rank\s+Status' }
    @{ Kind = 'Candidate'; Header = 'No\s+X\s+Y\s+Width\s+Height\s+Score\s+Strategy\s+Reason' }
    @{ Kind = 'Strategy'; Header = 'Name\s+Motion\s+Detail\s+Edges\s+Satur\.\s+Description' }
    @{ Kind = 'Template'; Header = 'VideoId\s+Duration\s+Size\s+Scenes\s+Cuts/min\s+Dominant\s+Bright\s+Status' }
) {
    It 'shows every column in 80 characters' {
        $lines = Get-View $records[$Kind]
        @($lines -match "^\s*$Header\s*$").Count | Should -Be 1
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
    }

    It 'has one line a record' {
        $lines = @(Get-View $records[$Kind])
        $rule = [array]::IndexOf($lines, ($lines -match '^\s*-[- ]+$')[0])
        $lines.Count - $rule - 1 | Should -Be $records[$Kind].Count
    }
}

Describe 'A wide window' {
    It 'shows more of a long text, and wraps what is longer still' {
        $text = [VideoTools.VideoText] @{ FullName = $clip; Text = (1..40 -join ' ') }
        $narrow = (Get-View $text) -join ' '
        $narrow | Should -Not -Match '\u2026'
        $narrow -replace '\s+', ' ' | Should -Match '38 39 40'
        @(Get-View $text -Width 200).Count | Should -BeLessThan @(Get-View $text).Count
    }

    It 'shows the whole name of a file that was written' {
        $sheet = [VideoTools.FrameSheet] @{ FullName = "/d/$('x' * 60).jpg"; VideoPath = '/v' }
        (Get-View $sheet -Width 120) -join ' ' | Should -Match ('x{60}\.jpg')
    }
}

Describe 'Views' {
    It 'show times the same way in <_>' -ForEach 'en-US', 'de-DE', 'fa-IR', 'da-DK' {
        Invoke-InCulture $_ { Get-View $records.Scene } | Should -Contain ((Get-View $records.Scene)[0])
        (Invoke-InCulture $_ { Get-View $records.Scene }) -join "`n" | Should -Match '00:00:02\.000'
    }

    It 'show every property in the list of Get-VideoInfo and Get-VideoTemplate' -ForEach 'Info', 'Template' {
        $record = $records[$_][0]
        $text = ($record | Format-List | Out-String -Width 200)
        $missing = $record.PSObject.Properties.Name | Where-Object { $_ -notin 'DurationSeconds', 'FileName' -and $text -notmatch "(?m)^$_\s*:" }
        $missing | Should -BeNullOrEmpty
    }
}
