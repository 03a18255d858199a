# The scheduled script of the README, as it stands there, run twice: the second run starts no decoder and touches no file.
BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    $readme = Get-Content -Raw (Join-Path $PSScriptRoot '..' '..' 'README.md')
    $script = [regex]::Match($readme, '(?s)```powershell\r?\n(# nightly\.ps1.*?)```').Groups[1].Value
    $module = Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1'
    $file = Join-Path $TestDrive 'nightly.ps1'
    $script.Replace('Import-Module VideoTools', "Import-Module '$module'") | Set-Content $file
    $videos = Join-Path $TestDrive 'videos'
    $results = Join-Path $TestDrive 'results'
    New-TestClip (Join-Path $videos 'a' 'python programming tutorial.mp4') -Seconds 4
    New-TestClip (Join-Path $videos 'b' 'python programming tutorial.mp4') -Seconds 2

    # Every start of ffmpeg and ffprobe leaves a line.
    $tools = Join-Path $TestDrive 'tools'
    $log = Join-Path $TestDrive 'started.txt'
    $null = New-Item -ItemType Directory $tools
    foreach ($name in 'ffmpeg', 'ffprobe') {
        $real = (Get-Command $name).Source
        $counted = Join-Path $tools $name
        "#!/bin/sh`necho $name `"`$@`" >> '$log'`nexec '$real' `"`$@`"" | Set-Content $counted
        chmod +x $counted
    }
    $before = $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB, $env:VIDEOTOOLS_FFMPEG
    $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB, $env:VIDEOTOOLS_FFMPEG = (Join-Path $TestDrive 'cache'), '256', $tools

    function Invoke-Night {
        if (Test-Path $log) { Remove-Item $log }
        $written = @(& $file -Videos $videos -Results $results 3>$null)
        [pscustomobject]@{
            Written = $written
            Started = @(if (Test-Path $log) { Get-Content $log })
            State   = @(Get-ChildItem $results -Recurse -File | Sort-Object FullName | ForEach-Object { "$($_.FullName) $($_.LastWriteTimeUtc.Ticks) $((Get-FileHash -LiteralPath $_.FullName).Hash)" })
        }
    }
}

AfterAll {
    $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB, $env:VIDEOTOOLS_FFMPEG = $before
}

Describe 'The nightly script of the README' -Skip:(-not $IsLinux) {
    It 'has ten lines' {
        $script.Trim().Split("`n").Count | Should -BeLessOrEqual 10
    }

    It 'writes templates, niches, a report and a table, and the second night nothing' {
        $first = Invoke-Night
        $first.Started.Count | Should -BeGreaterThan 0
        $first.Written.Count | Should -Be 3
        (Get-ChildItem $results -Recurse -File).Name | Sort-Object | Should -Be (
            @((Get-ChildItem (Join-Path $results 'templates')).Name) + 'report.html', 'template_insights.json', 'video_classifications.csv' | Sort-Object)
        @(Import-Csv (Join-Path $results 'video_classifications.csv')).Count | Should -Be 2

        $second = Invoke-Night
        $second.Started | Should -BeNullOrEmpty
        $second.Written | Should -BeNullOrEmpty
        $second.State | Should -Be $first.State
    }

    It 'takes a new video in, and leaves the rest' {
        New-TestClip (Join-Path $videos 'c' 'pasta recipe.mp4') -Seconds 2
        $third = Invoke-Night
        $third.Written.VideoPath | Where-Object { $_ } | Should -Be (Join-Path $videos 'c' 'pasta recipe.mp4')
        $third.Started | Where-Object { $_ -match 'tutorial' } | Should -BeNullOrEmpty
    }
}
