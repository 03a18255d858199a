BeforeDiscovery {
    $photographs = Join-Path $PSScriptRoot '..' '..' '.assets' '@vladmandic' 'face-api'
    $hasPhotographs = Test-Path (Join-Path $photographs 'sample6.jpg')
    if (-not $hasPhotographs) { Write-Warning 'SKIPPED, NOT PASSED: the photographs are not in .assets (run the build''s test task, which fetches them)' }
}

Describe 'Get-VideoFace' -Skip:(-not $hasPhotographs) {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'TestClip.ps1')
        Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
        $photograph = Join-Path $PSScriptRoot '..' '..' '.assets' '@vladmandic' 'face-api' 'sample6.jpg' | Resolve-Path | ForEach-Object Path

        # Two seconds of a photograph that moves, two of another.
        $clip = Join-Path $TestDrive 'two [shots].mp4'
        $other = Join-Path (Split-Path $photograph) 'sample3.jpg'
        ffmpeg -v error -nostdin -y -loop 1 -framerate 25 -t 2 -i $photograph -loop 1 -framerate 25 -t 2 -i $other -filter_complex `
            '[0]scale=800:-2,setsar=1,crop=640:480:n:40[a];[1]scale=800:-2,setsar=1,crop=640:480:60:40[b];[a][b]concat=n=2,format=yuv420p' `
            -c:v libx264 -preset ultrafast -crf 18 ('file:' + $clip)
        if ($LASTEXITCODE -ne 0) { throw "ffmpeg could not make $clip" }
        $empty = Join-Path $TestDrive 'empty.mp4'
        New-TestClip $empty -Seconds 2
        $broken = Join-Path $TestDrive 'broken.mp4'
        Set-Content $broken 'no video'
    }

    It 'finds the four people of a photograph, the largest first' {
        $faces = @(Get-VideoFace $photograph)
        $faces.Count | Should -Be 4
        $faces.FaceIndex | Should -Be 1, 2, 3, 4
        $faces.TrackId | Should -Be 1, 2, 3, 4
        $faces[0].FacesInFrame | Should -Be 4
        $faces.Seconds | Select-Object -Unique | Should -Be 0
        $faces.PictureWidth | Select-Object -Unique | Should -Be 1920
        $faces.Embedding.Count | Should -Be (4 * 128)
        $faces.EyesOpen | ForEach-Object { $_ | Should -BeGreaterThan 0.4 }
        $faces.DetectionScore | ForEach-Object { $_ | Should -BeGreaterThan 0.8 }
    }

    It 'follows people through a shot and starts anew at a cut' {
        $faces = @(Get-VideoFace -LiteralPath $clip -MinimumSize 0.1)
        $first, $second = $faces.Where({ $_.Seconds -lt 2 }, 'Split')
        $first.SceneIndex | Select-Object -Unique | Should -Be 1
        $second.SceneIndex | Select-Object -Unique | Should -Be 2
        @($first.TrackId | Select-Object -Unique).Count | Should -BeLessOrEqual 4
        $second.TrackId | Should -Not -BeIn $first.TrackId
    }

    It 'looks at one frame with -At, and at the frame of a piped record' {
        $one = @(Get-VideoFace -LiteralPath $clip -At 3 -MinimumSize 0.1)
        $one.Seconds | Select-Object -Unique | Should -Be 3
        $piped = @([pscustomobject]@{ FullName = $clip; Seconds = 3.0 } | Get-VideoFace -MinimumSize 0.1)
        $piped.X | Should -Be $one.X
        @([pscustomobject]@{ FullName = $photograph; Seconds = 3.0 } | Get-VideoFace).Count | Should -Be 4
    }

    It 'takes files from Get-ChildItem and goes on behind a broken one' {
        $files = $photograph, $broken, $photograph | ForEach-Object { Get-Item $_ }
        $faces = @($files | Get-VideoFace -MinimumSize 0.1 -ErrorAction SilentlyContinue -ErrorVariable problems)
        @($problems).Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidVideo*'
        $faces.Count | Should -Be 8
    }

    It 'gives nothing for a video without faces' {
        Get-VideoFace $empty -WarningVariable warnings | Should -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
    }

    It 'stops the decoder with Select-Object -First 1' {
        (1..3 | ForEach-Object { Get-Item -LiteralPath $clip } | Get-VideoFace -NoCache -MinimumSize 0.1 | Select-Object -First 1).FaceIndex | Should -Be 1
        Get-DecoderChild | Should -BeNullOrEmpty
    }

    It 'survives a CSV file in <_>' -ForEach 'en-US', 'de-DE' {
        $faces = @(Get-VideoFace $photograph -MinimumSize 0.1)
        $rows = @(Invoke-InCulture $_ { $faces | ConvertTo-Csv | ConvertFrom-Csv })
        foreach ($i in 0..3) {
            $row = $rows[$i]
            [VideoTools.RecordReader].GetMethods().Where({ $_.IsGenericMethod -and $_.Name -eq 'TryRead' })[0].MakeGenericMethod([VideoTools.VideoFace]).Invoke(
                $null, ($arguments = @([Func[string, object]] { param($name) $row.$name }.GetNewClosure(), $null, $null))) | Should -BeTrue
            "$($arguments[1])" | Should -Be "$($faces[$i])"
            "$($arguments[1].Embedding)" | Should -Be "$($faces[$i].Embedding)"
        }
    }

    It 'refuses <Name> <Value>' -ForEach @(
        @{ Name = 'Interval'; Value = 0 }, @{ Name = 'MinimumScore'; Value = 2 }, @{ Name = 'MinimumSize'; Value = 0 }
    ) {
        $more = @{ $Name = $Value }
        { Get-VideoFace $photograph @more } | Should -Throw -ErrorId 'InvalidOption*' -ExpectedMessage "$Name*"
    }

    It 'fills the columns of templates from the same decode' {
        $template = Get-VideoTemplate -LiteralPath $clip -IncludeFace -SkipText -SkipSpeech
        $template.FaceCount | Should -BeGreaterOrEqual 3
        $template.FaceShare | Should -Be 1
        $template.FacePeople | Should -BeGreaterOrEqual 5
        (Get-VideoTemplate -LiteralPath $clip -SkipText -SkipSpeech).FaceCount | Should -BeNullOrEmpty
    }
}
