BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $clip = Join-Path $TestDrive 'clip.mp4'
    New-TestClip $clip
    $pictures = Join-Path $TestDrive 'pictures'

    # Width and height of a PNG file, from its header.
    function Get-PngSize([string] $Path) {
        $bytes = [IO.File]::ReadAllBytes($Path)
        [BitConverter]::ToString($bytes[0..3]) | Should -Be '89-50-4E-47'
        '{0}x{1}' -f [BitConverter]::ToInt32($bytes[19..16], 0), [BitConverter]::ToInt32($bytes[23..20], 0)
    }
}

Describe 'Export-CropPreview' {
    It 'writes the sheet of a file' {
        $file = Get-ChildItem $clip | Export-CropPreview -Aspect 9:16 -OutputDirectory $pictures
        $file | Should -BeOfType ([IO.FileInfo])
        $file.Name | Should -Be 'clip_crop-sheet.png'
        Get-PngSize $file | Should -Match '^\d+x\d+$'
    }

    It 'takes candidates of the pipeline, from CSV too, and cuts them out' {
        $candidates = Invoke-CropAnalysis $clip -Aspect 9:16 | Select-CropCandidate -First 2
        $live = $candidates | Export-CropPreview -Single -OutputDirectory $pictures -PassThru
        $live.Name | Should -Be @('clip_crop-1.png', 'clip_crop-2.png')
        $live | ForEach-Object { Get-PngSize $_.FullName | Should -Be ('{0}x{1}' -f $_.Width, $_.Height) }

        # Pictures have even sides.
        $live[0].Width | Should -BeIn ($candidates[0].Width - 1), $candidates[0].Width
        $csv = Invoke-InCulture 'de-DE' {
            $candidates | Export-Csv (Join-Path $TestDrive 'c.csv')
            Import-Csv (Join-Path $TestDrive 'c.csv') | Export-CropPreview -Single -OutputDirectory (Join-Path $TestDrive 'csv') -PassThru
        }
        $csv.Length | Should -Be $live.Length
        (Get-FileHash $csv[0].FullName).Hash | Should -Be (Get-FileHash $live[0].FullName).Hash
    }

    It 'writes the heat map of positions and the windows of scenes' {
        (Invoke-CropAnalysis $clip | Export-CropPreview -HeatMap -OutputDirectory $pictures).Name | Should -Be 'clip_crop-heat.png'
        $path = Get-CropPath $clip -Mode PerScene | Export-CropPreview -Destination (Join-Path $pictures 'path.png')
        $path.Name | Should -Be 'path.png'
    }

    It 'does not overwrite without -Force, and writes nothing with -WhatIf' {
        $file = Join-Path $TestDrive 'mine.png'
        Export-CropPreview $clip -Destination $file -WhatIf
        $file | Should -Not -Exist
        Set-Content $file 'mine'
        Export-CropPreview $clip -Destination $file -ErrorAction SilentlyContinue -ErrorVariable problems
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'OutputExists'
        Get-Content $file | Should -Be 'mine'
        Export-CropPreview $clip -Destination $file -Force | Should -Not -BeNullOrEmpty
        Get-PngSize $file | Should -Match 'x'
    }

    It 'refuses what is no crop, and goes on' {
        $made = @(1, (Get-Item $clip)) | Export-CropPreview -OutputDirectory (Join-Path $TestDrive 'on') -ErrorAction SilentlyContinue -ErrorVariable problems
        $made.Name | Should -Be 'clip_crop-sheet.png'
        $problems.Count | Should -Be 1
    }
}

Describe 'Show-CropCandidate with nobody there' {
    It 'takes the first candidate, and says where the page was' {
        $said = $null
        $best = Invoke-CropAnalysis $clip -Aspect 9:16 | Select-CropCandidate -First 1
        $taken = Show-CropCandidate $clip -Aspect 9:16 -NoBrowser -TimeoutSeconds 1 -InformationVariable said 6> $null
        $taken.Crop | Should -Be $best.Crop
        "$said" | Should -Match 'http://127\.0\.0\.1:\d+/[0-9a-f]{64}/'
    }

    It 'hands the candidates of the pipeline on to an export' {
        $file = Invoke-CropAnalysis $clip -Aspect 9:16 | Select-CropCandidate -First 3 | Show-CropCandidate -NoBrowser -TimeoutSeconds 0 6> $null |
            Export-VideoCrop -Destination (Join-Path $TestDrive 'taken.mp4') -Preset ultrafast
        $file.Name | Should -Be 'taken.mp4'
    }

    It 'writes the video with -Export' {
        $video = Show-CropCandidate $clip -NoBrowser -TimeoutSeconds 0 -Export -Destination (Join-Path $TestDrive 'shown.mp4') -Preset ultrafast 6> $null
        $video.FullName | Should -Exist
        $video.Length | Should -Be (Get-Item $video.FullName).Length
    }

    It 'reports a file that is no video' {
        Set-Content (Join-Path $TestDrive 'no.mp4') 'no video'
        $none = Show-CropCandidate (Join-Path $TestDrive 'no.mp4') -NoBrowser -TimeoutSeconds 0 -ErrorAction SilentlyContinue -ErrorVariable problems 6> $null
        $none | Should -BeNullOrEmpty
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'InvalidVideo'
    }
}
