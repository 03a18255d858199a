# Niches in templates, and one answer to a niche that no video is of.
BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $folder = Join-Path $TestDrive 'videos'
    New-TestClip (Join-Path $folder 'python programming tutorial.mp4') -Seconds 2
    New-TestClip (Join-Path $folder 'street food pasta recipe.mp4') -Seconds 2
    $rows = @(0..2 | ForEach-Object { [pscustomobject]@{ VideoId = "t$_"; Niche = 'tech > coding'; CutsPerMinute = 10 + $_ } }) +
    @(0..2 | ForEach-Object { [pscustomobject]@{ VideoId = "f$_"; Niche = 'finance'; CutsPerMinute = 40 + $_ } })
}

Describe 'Get-VideoNiche -UpdateTemplate' {
    BeforeEach {
        $templates = Join-Path $TestDrive ([guid]::NewGuid())
    }

    It 'writes the niche into the files, so that a folder of them knows its niches' {
        $null = Get-VideoTemplate (Join-Path $folder '*.mp4') -SkipText -SkipSpeech -OutputDirectory $templates
        (Measure-VideoNiche $templates).Niche | Should -Be 'unknown'
        $niches = Get-ChildItem $templates -Filter *_template.json | Get-VideoNiche -Scorer Keyword -UpdateTemplate
        $niches.TemplatePath | Should -Be (Get-ChildItem $templates).FullName
        $coding = $niches | Where-Object FullName -Match python
        $coding.FullPath | Should -Match '^tech > coding'
        (Get-Content -Raw $coding.TemplatePath | ConvertFrom-Json).niche | Should -Be $coding.FullPath
        (Measure-VideoNiche $templates -Niche tech).SampleSize | Should -Be 1
        @(Get-VideoNicheRecommendation $templates -Niche tech).Count | Should -Be 1
        @(Compare-VideoNiche $templates -Niche tech).Count | Should -Be 14
    }

    It 'works along the pipeline from Get-VideoTemplate, and is not undone by the next run' {
        $run = { Get-VideoTemplate (Join-Path $folder '*.mp4') -SkipText -SkipSpeech -OutputDirectory $templates -Force | Get-VideoNiche -Scorer Keyword -UpdateTemplate }
        $null = & $run
        $before = Get-ChildItem $templates | ForEach-Object { "$($_.Name) $($_.LastWriteTimeUtc.Ticks)" }
        $null = & $run
        Get-ChildItem $templates | ForEach-Object { "$($_.Name) $($_.LastWriteTimeUtc.Ticks)" } | Should -Be $before
    }

    It 'changes nothing with -WhatIf, and says which input has no file' {
        $null = Get-VideoTemplate (Join-Path $folder '*.mp4') -SkipText -SkipSpeech -OutputDirectory $templates
        $null = Get-VideoNiche $templates -Scorer Keyword -UpdateTemplate -WhatIf
        (Measure-VideoNiche $templates).Niche | Should -Be 'unknown'
        $null = [pscustomobject]@{ Title = 'python tutorial' } | Get-VideoNiche -Scorer Keyword -UpdateTemplate -ErrorVariable problems -ErrorAction SilentlyContinue
        "$problems" | Should -Match 'no template file'
    }
}

Describe 'A niche that no video is of' {
    It 'is one error with the nearest names, and nothing else: <_>' -ForEach 'Measure-VideoNiche', 'Compare-VideoNiche', 'Get-VideoNicheRecommendation' {
        $result = $rows | & $_ -Niche codin -ErrorVariable problems -ErrorAction SilentlyContinue -WarningVariable warnings -WarningAction SilentlyContinue
        $result | Should -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
        $problems.Count | Should -Be 1
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'NicheUnknown'
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        "$problems" | Should -Match "'codin'.*'coding'"
    }

    It 'leaves the others their answer' {
        $result = $rows | Measure-VideoNiche -Niche codin, finance -ErrorVariable problems -ErrorAction SilentlyContinue
        $result.Niche | Should -Be 'finance'
        $problems.Count | Should -Be 1
    }

    It 'says how to classify where nothing is' {
        [pscustomobject]@{ VideoId = 'a'; CutsPerMinute = 3 } | Measure-VideoNiche -Niche tech -ErrorVariable problems -ErrorAction SilentlyContinue
        "$($problems[0].ErrorDetails.RecommendedAction)" | Should -Match 'Get-VideoNiche -UpdateTemplate'
    }
}
