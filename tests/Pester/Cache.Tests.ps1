BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $folder = Join-Path $TestDrive 'clips'
    New-TestClip (Join-Path $folder 'a.mp4')
    New-TestClip (Join-Path $folder 'b [1].mp4') -Seconds 4
    $before = $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB
    $env:VIDEOTOOLS_CACHE_MB = $null
}

AfterAll {
    $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB = $before
}

Describe 'The cache' {
    BeforeEach {
        $env:VIDEOTOOLS_CACHE = Join-Path $TestDrive ([guid]::NewGuid())
    }

    It 'gives the same records a second time, without a decoder' {
        $first = Get-ChildItem $folder | Get-VideoTemplate -SkipText -SkipSpeech
        $second = Get-ChildItem $folder | Get-VideoTemplate -SkipText -SkipSpeech -FfmpegDirectory ([IO.Path]::GetDirectoryName((Get-Command ffmpeg).Source))
        ($second | ConvertTo-Csv) | Should -Be ($first | ConvertTo-Csv)
        (Get-VideoCache).Analysis | Sort-Object | Should -Be 'Scene', 'Scene', 'Visual', 'Visual'
    }

    It 'is used by scenes as well, and keeps analyses apart' {
        $null = Get-VideoScene (Join-Path $folder 'a.mp4')
        $null = Get-VideoScene (Join-Path $folder 'a.mp4') -Detector Content
        $null = Invoke-CropAnalysis (Join-Path $folder 'a.mp4') -Grid 2
        (Get-VideoCache).Analysis | Sort-Object | Should -Be 'Crop', 'Scene', 'Scene'
    }

    It 'stays empty with -NoCache' {
        $null = Get-VideoScene (Join-Path $folder 'a.mp4') -NoCache
        Get-VideoCache | Should -BeNullOrEmpty
    }

    It 'is not filled by a run that was stopped' {
        $null = Get-VideoScene (Join-Path $folder 'a.mp4') | Select-Object -First 1
        Get-VideoCache | Should -BeNullOrEmpty
    }

    It 'finds the entries of a file by name and by piped file' {
        $null = Get-ChildItem $folder | Get-VideoScene
        @(Get-VideoCache a.mp4).FullName | Should -Be (Join-Path $folder 'a.mp4')
        @(Get-ChildItem -LiteralPath (Join-Path $folder 'b [1].mp4') | Get-VideoCache).FullName | Should -Be (Join-Path $folder 'b [1].mp4')
    }

    It 'deletes nothing with -WhatIf, and what is piped in otherwise' {
        $null = Get-ChildItem $folder | Get-VideoScene
        Clear-VideoCache -WhatIf
        @(Get-VideoCache).Count | Should -Be 2
        @(Get-VideoCache a.mp4 | Clear-VideoCache -PassThru).Count | Should -Be 1
        @(Get-VideoCache).Count | Should -Be 1
        Clear-VideoCache
        Get-VideoCache | Should -BeNullOrEmpty
    }

    It 'keeps what was used lately with -UnusedFor' {
        $null = Get-VideoScene (Join-Path $folder 'a.mp4')
        Clear-VideoCache -UnusedFor 1.00:00:00
        @(Get-VideoCache).Count | Should -Be 1
    }

    It 'says so when an entry is not there' {
        [pscustomobject]@{ Key = 'ff' } | Clear-VideoCache -ErrorAction SilentlyContinue -ErrorVariable problems
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'CacheEntryNotFound'
    }

    It 'survives a damaged entry' {
        $first = Get-VideoScene (Join-Path $folder 'a.mp4')
        $file = Get-ChildItem $env:VIDEOTOOLS_CACHE -Recurse -Filter *.json
        Set-Content -LiteralPath $file.FullName -Value '{"header":'
        $second = Get-VideoScene (Join-Path $folder 'a.mp4')
        ($second | ConvertTo-Csv) | Should -Be ($first | ConvertTo-Csv)
    }
}
