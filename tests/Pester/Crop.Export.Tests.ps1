BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $clip = Join-Path $TestDrive 'clip.mp4'
    $other = Join-Path $TestDrive 'two' 'clip.mp4'
    New-TestClip $clip
    New-TestClip $other -Seconds 2
    $fast = @{ Preset = 'ultrafast' }
    function Get-Size([string] $Path) {
        ffprobe -v error -select_streams v:0 -show_entries stream=width,height -of csv=p=0 $Path
    }
}

Describe 'Export-VideoCrop' {
    It 'writes the best crop of every file of a pipeline' {
        $written = Get-ChildItem $clip, $other | Invoke-CropAnalysis -Aspect 9:16 | Select-CropCandidate -First 1 | Export-VideoCrop @fast -Size 270x480
        $written | Should -BeOfType [IO.FileInfo]
        $written.Name | Should -Be 'clip.9x16.mp4', 'clip.9x16.mp4'
        $written | ForEach-Object { Get-Size $_.FullName } | Should -Be '270,480', '270,480'
    }

    It 'writes a file without a question' {
        $record = Export-VideoCrop $clip -Aspect 1:1 -PassThru @fast
        $record | Should -BeOfType [VideoTools.ExportedVideo]
        $record.Width, $record.Height, $record.Encoder | Should -Be 180, 180, 'libx264'
        $record.Length | Should -Be (Get-Item $record.FullName).Length
        $record.Speed | Should -BeGreaterThan 0
    }

    It 'takes candidates of a CSV file of any culture' {
        $csv = Join-Path $TestDrive 'candidates.csv'
        Invoke-InCulture de-DE {
            Invoke-CropAnalysis $clip -Aspect 4:5 | Select-CropCandidate -First 3 | Export-Csv $csv -Delimiter ';'
            Import-Csv $csv -Delimiter ';' | Where-Object Number -EQ 2 | Export-VideoCrop -Destination (Join-Path $TestDrive 'csv.mp4') @fast
        } | Should -HaveCount 1
        Get-Size (Join-Path $TestDrive 'csv.mp4') | Should -Be '144,180'
    }

    It 'gives several crops of one file names of their own' {
        $written = Invoke-CropAnalysis $clip -Aspect 1:1 | Select-CropCandidate -First 2 |
            Export-VideoCrop -Destination (Join-Path $TestDrive 'named' '{stem}{ext}') @fast
        $written.Name | Should -Be 'clip.mp4', 'clip-2.mp4'
    }

    It 'writes a scene alone' {
        $record = Invoke-CropAnalysis $clip -Aspect 1:1 -Scene 2 | Select-CropCandidate -First 1 |
            Export-VideoCrop -Destination (Join-Path $TestDrive 'scene{scene}.mp4') -PassThru @fast
        $record.SceneIndex | Should -Be 2
        $record.FullName | Should -BeLike '*scene2.mp4'
        $record.Duration.TotalSeconds | Should -BeGreaterThan 1.9
        $record.Duration.TotalSeconds | Should -BeLessThan 2.1
    }

    It 'plays stretches at their speed' {
        $speed = [pscustomobject]@{ FullName = $clip; Index = 1; StartSeconds = 0; EndSeconds = 4; Activity = 0; Speed = 2 }
        $record = $speed | Export-VideoCrop -Destination (Join-Path $TestDrive 'fast.mp4') -PassThru @fast
        [math]::Abs($record.Duration.TotalSeconds - 4) | Should -BeLessThan 0.041
    }

    It 'does nothing with -WhatIf and replaces nothing without -Force' {
        $target = Join-Path $TestDrive 'kept.mp4'
        Export-VideoCrop $clip -Destination $target -WhatIf
        $target | Should -Not -Exist
        Set-Content $target 'mine'
        Export-VideoCrop $clip -Destination $target -ErrorVariable failure -ErrorAction SilentlyContinue @fast
        $failure.FullyQualifiedErrorId | Should -BeLike 'OutputExists*'
        Get-Content $target | Should -Be 'mine'
        Export-VideoCrop $clip -Destination $target -Force @fast
        (Get-Item $target).Length | Should -BeGreaterThan 1000
    }

    It 'goes on after a file that cannot be written' {
        $written = $clip, (Join-Path $TestDrive 'none.mp4'), $other |
            Export-VideoCrop -Destination '{stem}.more{ext}' -ErrorVariable failure -ErrorAction SilentlyContinue @fast
        $written | Should -HaveCount 2
        $failure | Should -HaveCount 1
    }

    It 'leaves nothing when it is stopped' {
        $long = Join-Path $TestDrive 'stop' 'long.mp4'
        New-TestClip $long -Seconds 30 -Size '1280x720'
        $shell = [powershell]::Create()
        try {
            $module = Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1'
            $null = $shell.AddScript("Import-Module '$module'; Export-VideoCrop '$long'")
            $run = $shell.BeginInvoke()
            $waited = [Diagnostics.Stopwatch]::StartNew()
            while (-not (Get-ChildItem (Split-Path $long) -Force -Filter '.videotools-*') -and $waited.Elapsed.TotalSeconds -lt 60) { Start-Sleep -Milliseconds 20 }
            $shell.Stop()
            Get-DecoderChild | Should -BeNullOrEmpty
            (Get-ChildItem (Split-Path $long) -Force).Name | Should -Be 'long.mp4'
        }
        finally {
            $shell.Dispose()
        }
    }

    It 'completes the encoders of the ffmpeg at hand' {
        (TabExpansion2 'Export-VideoCrop x.mp4 -Encoder libx').CompletionMatches.CompletionText | Should -Contain 'libx264'
    }
}
