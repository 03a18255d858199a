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
    $program = Join-Path (Split-Path $env:VIDEOTOOLS_TEST_MODULE) 'cli' ($IsWindows ? 'videotools.exe' : 'videotools')
}

Describe 'Export-VideoScene' {
    BeforeEach {
        $out = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item -ItemType Directory $out
    }

    It 'writes the scenes of a live pipeline as <Format>' -ForEach @(
        @{ Format = 'Csv'; Name = 'a [1].scenes.csv' }, @{ Format = 'Edl'; Name = 'a [1].edl' }, @{ Format = 'Otio'; Name = 'a [1].otio' }
        @{ Format = 'FcpXml'; Name = 'a [1].fcpxml' }, @{ Format = 'Ffmetadata'; Name = 'a [1].ffmetadata' }, @{ Format = 'Html'; Name = 'a [1].scenes.html' }
    ) {
        $file = Get-VideoScene -LiteralPath $clip | Export-VideoScene -Format $Format -Destination $out -PassThru
        $file | Should -BeOfType ([IO.FileInfo])
        $file.Name | Should -Be $Name
        @(Get-ChildItem -LiteralPath $out -Force).Name | Should -Be $Name
    }

    It 'gives nothing without -PassThru' {
        Export-VideoScene -LiteralPath $clip -Format Edl -Destination $out | Should -BeNullOrEmpty
        @(Get-ChildItem -LiteralPath $out).Count | Should -Be 1
    }

    It 'takes what comes back from <Way> in <Culture>' -ForEach @(
        foreach ($way in 'CSV', 'JSON') { foreach ($culture in 'en-US', 'de-DE') { @{ Way = $way; Culture = $culture } } }
    ) {
        $live = Join-Path $out 'live.otio'
        Get-VideoScene -LiteralPath $clip | Export-VideoScene -Format Otio -Destination $live
        $back = Join-Path $out 'back.otio'
        Invoke-InCulture $Culture {
            $rows = $Way -eq 'CSV' ? (Get-VideoScene -LiteralPath $clip | ConvertTo-Csv | ConvertFrom-Csv) :
                (Get-VideoScene -LiteralPath $clip | ConvertTo-Json -AsArray | ConvertFrom-Json)
            $rows | Export-VideoScene -Format Otio -Destination $back
        }
        Get-Content -Raw $back | Should -BeExactly (Get-Content -Raw $live)
    }

    It 'splits several videos into their scenes' {
        $pieces = Get-Item -LiteralPath $clip, $other | Export-VideoScene -Format Split -Destination (Join-Path $out '{stem}-{index:00}{ext}') -PassThru
        @($pieces).Name | Should -Be 'a [1]-01.mp4', 'a [1]-02.mp4', 'a [1]-03.mp4', 'b-01.mp4', 'b-02.mp4'
        $pieces.Encoder | Should -Not -Contain ''
        $pieces | ForEach-Object { (Get-VideoInfo -LiteralPath $_.FullName -CountFrame).FrameCount } | Should -Be (@(50) * 5)
    }

    It 'goes on behind a broken file' {
        $files = Get-Item -LiteralPath $clip, $broken, $other |
            Export-VideoScene -Format Edl -Destination $out -PassThru -ErrorAction SilentlyContinue -ErrorVariable problems
        @($files).Name | Should -Be 'a [1].edl', 'b.edl'
        @($problems).Count | Should -Be 1
        "$($problems[0].FullyQualifiedErrorId)" | Should -BeLike 'InvalidVideo*'
    }

    It 'ends with Select-Object -First 1, and leaves no half file' {
        $piece = Export-VideoScene -LiteralPath $clip, $other -Format Split -Destination $out -PassThru | Select-Object -First 1
        $piece.SceneIndex | Should -Be 1
        Get-DecoderChild | Should -BeNullOrEmpty
        Get-ChildItem -LiteralPath $out -Force | Where-Object Name -notmatch 'Scene-\d{3}\.mp4$' | Should -BeNullOrEmpty
    }

    It 'writes nothing with -WhatIf' {
        Export-VideoScene -LiteralPath $clip -Format Split -Destination $out -WhatIf
        @(Get-ChildItem -LiteralPath $out -Force).Count | Should -Be 0
    }

    It 'does not overwrite without -Force' {
        $file = Join-Path $out 'mine.edl'
        Set-Content $file 'mine'
        Export-VideoScene -LiteralPath $clip -Format Edl -Destination $file -ErrorAction SilentlyContinue -ErrorVariable problems
        "$($problems[0].FullyQualifiedErrorId)" | Should -BeLike 'OutputExists*'
        Get-Content $file | Should -Be 'mine'
        Export-VideoScene -LiteralPath $clip -Format Edl -Destination $file -Force
        Get-Content $file | Select-Object -First 1 | Should -Be 'TITLE: a [1]'
    }

    It 'refuses two videos that would share a file' {
        $files = Export-VideoScene -LiteralPath $clip, $other -Format Edl -Destination (Join-Path $out 'one.edl') -PassThru `
            -ErrorAction SilentlyContinue -ErrorVariable problems
        @($files).Count | Should -Be 1
        "$($problems[0].FullyQualifiedErrorId)" | Should -BeLike 'OutputExists*'
    }

    It 'refuses an object that is neither' {
        [pscustomobject]@{ Something = 1 } | Export-VideoScene -ErrorAction SilentlyContinue -ErrorVariable problems
        "$($problems[0].FullyQualifiedErrorId)" | Should -BeLike 'ParameterArgumentTransformationError*'
    }

    It 'refuses pieces without a number' {
        { Export-VideoScene -LiteralPath $clip -Format Split -Destination (Join-Path $out 'one.mp4') } | Should -Throw -ErrorId 'InvalidOption*'
    }

    It 'writes what the command line writes: <_>' -ForEach 'csv', 'json', 'edl', 'otio', 'fcpxml', 'ffmetadata', 'html' {
        $own = Export-VideoScene -LiteralPath $clip -Format $_ -Destination (Join-Path $out 'own') -PassThru
        & $program scene $clip --export $_ --output (Join-Path $out 'theirs') 2>$null | Out-Null
        $LASTEXITCODE | Should -Be 0
        Get-Content -Raw -LiteralPath (Join-Path $out 'theirs') | Should -BeExactly (Get-Content -Raw -LiteralPath $own)
    }
}
