BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $videos = Join-Path $TestDrive 'videos'
    $clip = Join-Path $videos 'a [1].mp4'
    $other = Join-Path $videos 'b.mp4'
    New-TestClip $clip
    New-TestClip $other -Seconds 4
    $broken = Join-Path $videos 'broken.mp4'
    Set-Content -LiteralPath $broken 'no video'
}

Describe 'Get-VideoFrame' {
    It 'gives frames of every scene, each with its exact time' {
        $frames = @(Get-VideoFrame -LiteralPath $clip)
        $frames.Index | Should -Be (1..$frames.Count)
        $frames.ForEach({ $_.Seconds }) | Should -Be $frames.ForEach({ $_.Frame / 25 })
        $frames.FramesSeen | Should -Be (@(150) * $frames.Count)
        # The bars between come once; what moves comes before and after them.
        $frames.SceneIndex | Should -Contain 1
        $frames.SceneIndex | Should -Contain 2
    }

    It 'gives <Count> frames in mode <Mode>' -ForEach @(
        @{ Mode = 'All'; More = @{}; Count = 150 }
        @{ Mode = 'Interval'; More = @{ Interval = 1.5 }; Count = 4 }
        @{ Mode = 'Interval'; More = @{ Interval = '0:00:01'; MaximumCount = 3 }; Count = 3 }
        @{ Mode = 'Scene'; More = @{}; Count = 3 }
        @{ Mode = 'All'; More = @{ MinimumBrightness = 255 }; Count = 0 }
    ) {
        @(Get-VideoFrame -LiteralPath $clip -Mode $Mode @More).Count | Should -Be $Count
    }

    It 'goes on behind a broken file' {
        $frames = $clip, $broken, $other | Get-Item -LiteralPath { $_ } |
            Get-VideoFrame -Mode Scene -ErrorAction SilentlyContinue -ErrorVariable problems
        $frames.FullName | Should -Be ($clip, $clip, $clip, $other, $other)
        @($problems).FullyQualifiedErrorId | Should -BeLike 'InvalidVideo*'
    }

    It 'stops with the pipeline' {
        (1..3 | ForEach-Object { $other } | Get-VideoFrame -Mode All -NoCache | Select-Object -First 1).Index | Should -Be 1
        Get-DecoderChild | Should -BeNullOrEmpty
    }

    It 'refuses <Name> by its name' -ForEach @(
        @{ Name = 'Similarity'; More = @{ Similarity = 2 } }
        @{ Name = 'PerMinute'; More = @{ PerMinute = 0 } }
        @{ Name = 'MinimumContrast'; More = @{ MinimumContrast = -1 } }
    ) {
        { Get-VideoFrame -LiteralPath $clip @More } | Should -Throw -ErrorId 'InvalidOption*' -ExpectedMessage "$Name*"
    }
}

Describe 'Export-VideoFrame' {
    BeforeEach {
        $out = Join-Path $TestDrive ([guid]::NewGuid())
    }

    It 'writes the frames of a live pipeline, in batches' {
        $frames = @(Get-VideoFrame -LiteralPath $clip -Mode Interval -Interval 0.5)
        $files = $frames | Export-VideoFrame -OutputDirectory $out -BatchSize 5
        $files | Should -BeOfType ([IO.FileInfo])
        $files.Name | Should -Be $frames.ForEach({ 'a [1]_frame_{0:000000}_t{1:0.0}_s0.jpg' -f $_.Frame, $_.Seconds })
        @(Get-ChildItem -LiteralPath $out -Force).Count | Should -Be 12
    }

    It 'takes what comes back from CSV in <Culture>' -ForEach @{ Culture = 'en-US' }, @{ Culture = 'de-DE' } {
        $live = @(Get-VideoFrame -LiteralPath $clip | Export-VideoFrame -OutputDirectory (Join-Path $out 'live'))
        $back = @(Invoke-InCulture $Culture {
            Get-VideoFrame -LiteralPath $clip | ConvertTo-Csv | ConvertFrom-Csv | Export-VideoFrame -OutputDirectory (Join-Path $out 'back')
        })
        $back.Name | Should -Be $live.Name
        (Get-FileHash -LiteralPath $back.FullName).Hash | Should -Be (Get-FileHash -LiteralPath $live.FullName).Hash
    }

    It 'chooses and writes in one go, behind a broken file' {
        $records = Get-Item -LiteralPath $clip, $broken, $other |
            Export-VideoFrame -Mode Scene -OutputDirectory $out -PassThru -ErrorAction SilentlyContinue -ErrorVariable problems
        $records.VideoPath | Should -Be ($clip, $clip, $clip, $other, $other)
        $records | ForEach-Object { (Get-Item -LiteralPath $_.FullName).Length | Should -Be $_.Length }
        @($problems).Count | Should -Be 1
    }

    It 'writes into a directory of the video by itself' {
        $own = Join-Path $TestDrive 'own' 'c.mp4'
        New-TestClip $own -Seconds 2
        (Export-VideoFrame $own -MaximumCount 1).DirectoryName | Should -Be (Join-Path $TestDrive 'own' 'c_frames')
    }

    It 'writes a sheet alone, and a sheet of piped frames' {
        $sheet = Export-VideoFrame -LiteralPath $clip -ContactSheet (Join-Path $out '{stem}.png')
        $sheet.Name | Should -Be 'a [1].png'
        $record = Get-VideoFrame -LiteralPath $clip -Mode Interval -Interval 0.1 |
            Export-VideoFrame -ContactSheet (Join-Path $out 'piped.jpg') -BatchSize 7 -PassThru
        $record.FrameCount | Should -Be 60
        @(Get-ChildItem -LiteralPath $out).Name | Should -Be 'a [1].png', 'piped.jpg'
    }

    It 'writes nothing with -WhatIf, and replaces nothing without -Force' {
        Export-VideoFrame -LiteralPath $other -OutputDirectory $out -Mode Scene -WhatIf
        Test-Path $out | Should -BeFalse
        $first = @(Export-VideoFrame -LiteralPath $other -OutputDirectory $out -Mode Scene)
        Set-Content -LiteralPath $first[1].FullName 'mine'
        Export-VideoFrame -LiteralPath $other -OutputDirectory $out -Mode Scene -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'OutputExists*'
        Get-Content -LiteralPath $first[1].FullName | Should -Be 'mine'
        @(Export-VideoFrame -LiteralPath $other -OutputDirectory $out -Mode Scene -Force).Count | Should -Be $first.Count
    }

    It 'refuses what is neither a frame nor a file' {
        [pscustomobject]@{ Seconds = 'x'; FullName = $clip } | Export-VideoFrame -OutputDirectory $out -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidOption*'
    }
}
