BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')

    function New-Row {
        param([int] $Number, [string] $Niche, [double] $Cuts)
        [pscustomobject]@{
            FullName = Join-Path $TestDrive "$Niche$Number.mp4"; VideoId = "$Niche$Number"; Niche = $Niche; DurationSeconds = 30.5
            CutsPerMinute = $Cuts; MeanSceneSeconds = 60 / ($Cuts + 1); TextCount = [int]$Cuts; TextCoveragePercent = 12.5; TextZone = 'bottom'
            WordCount = 90; WordsPerMinute = 150.25; HasSpeech = $true; HookCutCount = 1; HookTextCount = 0; HookWordCount = 2.5; ViewCount = 100 * $Number
        }
    }

    $rows = @(0..5 | ForEach-Object { New-Row $_ 'tech' (10.5 + $_) }) + @(0..4 | ForEach-Object { New-Row $_ 'finance' (40.25 + $_) })
    $csv = Join-Path $TestDrive 'rows.csv'
}

Describe 'Measure-VideoNiche' {
    It 'gives one record a niche, the largest first' {
        $result = @($rows | Measure-VideoNiche)
        $result.Niche | Should -Be 'tech', 'finance'
        $result[0].SampleSize | Should -Be 6
        $result[0].CutsPerMinuteMedian | Should -Be 13
        $result[0].PacingClass | Should -Be 'moderate'
        $result[0].HookType | Should -Be 'cut+speech'
        $result.IsFinal | Should -Be $true, $true
    }

    It 'reads a CSV file written in <Writer> in <Reader>' -ForEach @(
        foreach ($writer in 'en-US', 'de-DE') { foreach ($reader in 'en-US', 'de-DE') { @{ Writer = $writer; Reader = $reader } } }
    ) {
        $expected = $rows | Measure-VideoNiche | ConvertTo-Json -Depth 3
        Invoke-InCulture $Writer { $rows | Export-Csv $csv -UseCulture }
        Invoke-InCulture $Reader { Measure-VideoNiche $csv } | ConvertTo-Json -Depth 3 | Should -Be $expected
        Invoke-InCulture $Writer { $rows | Export-Csv $csv }
        Invoke-InCulture $Reader { Import-Csv $csv | Measure-VideoNiche } | ConvertTo-Json -Depth 3 | Should -Be $expected
    }

    It 'shows running results with -Incremental' {
        $result = @($rows | Measure-VideoNiche -Incremental)
        @($result | Where-Object { -not $_.IsFinal }).Count | Should -Be 11
        $result[0].SampleSize | Should -Be 1
        $result[5].SampleSize | Should -Be 6
        $result[-1].IsFinal | Should -BeTrue
    }

    It 'groups videos that are alike with -Cluster' {
        $clusters = @($rows | Measure-VideoNiche -Cluster)
        $clusters.Count | Should -Be 2
        $clusters[0].Label | Should -Match 'slow cuts'
        "$($clusters[0].TopNiche)" | Should -Be 'tech (6)'
        @($rows | Measure-VideoNiche -ClusterCount 3).Count | Should -Be 3
    }

    It 'takes only the niches of -Niche' {
        ($rows | Measure-VideoNiche -Niche FINANCE).Niche | Should -Be 'finance'
    }

    It 'reports what is no template and goes on' {
        $result = @([pscustomobject]@{ VideoId = 'x'; CutsPerMinute = 'many' }) + $rows | Measure-VideoNiche -ErrorVariable problems -ErrorAction SilentlyContinue
        $result.Count | Should -Be 2
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'TemplateInvalid'
        $problems[0].CategoryInfo.Category | Should -Be 'InvalidData'
        $problems[0].TargetObject | Should -Be 'x'
    }

    It 'gives nothing for nothing' {
        @() | Measure-VideoNiche | Should -BeNullOrEmpty
    }

    It 'refuses -Incremental with -Cluster' {
        { $rows | Measure-VideoNiche -Incremental -Cluster } | Should -Throw -ErrorId 'InvalidOption*'
    }

    It 'shows what matters in 80 columns' {
        $rows | Measure-VideoNiche | Out-String -Width 80 | Should -Match 'finance +5 +42[.,]3 +very_fast +12[.,]5 +bottom +150 +cut\+speech'
        $rows | Measure-VideoNiche -Cluster | Out-String -Width 80 | Should -Match 'finance \(5\)'
        $rows | Compare-VideoNiche -Niche tech | Out-String -Width 80 | Should -Match 'Groups: tech \(A\), rest \(B\)'
        $rows | Get-VideoNicheRecommendation | Out-String -Width 80 | Should -Match 'tech +6 +13[.,]0'
    }
}

Describe 'Measure-VideoNiche -OutputDirectory' {
    BeforeEach {
        $out = Join-Path $TestDrive ([guid]::NewGuid())
    }

    It 'writes both files' {
        $null = $rows | Measure-VideoNiche -OutputDirectory $out
        (Get-ChildItem $out).Name | Sort-Object | Should -Be 'template_insights.json', 'video_classifications.csv'
        (Get-Content (Join-Path $out 'template_insights.json') -Raw | ConvertFrom-Json).tech.template_profile.pacing.category | Should -Be 'moderate'
        $table = Import-Csv (Join-Path $out 'video_classifications.csv')
        $table.Count | Should -Be 11
        @($table[0].PSObject.Properties.Name)[0..4] | Should -Be 'video_id', 'filename', 'niche', 'relative_path', 'text_sample'
        $table[0].relative_path | Should -Be 'tech0.mp4'
    }

    It 'writes nothing with -WhatIf, and gives the records all the same' {
        @($rows | Measure-VideoNiche -OutputDirectory $out -WhatIf).Count | Should -Be 2
        Test-Path $out | Should -BeFalse
    }

    It 'writes none where one exists, and both with -Force' {
        New-Item -ItemType Directory $out | Out-Null
        Set-Content (Join-Path $out 'video_classifications.csv') 'mine'
        $result = @($rows | Measure-VideoNiche -OutputDirectory $out -ErrorVariable problems -ErrorAction SilentlyContinue)
        $result.Count | Should -Be 2
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'OutputExists'
        (Get-ChildItem $out).Name | Should -Be 'video_classifications.csv'
        $null = $rows | Measure-VideoNiche -OutputDirectory $out -Force
        (Get-ChildItem $out).Count | Should -Be 2
    }
}

Describe 'Templates as files' {
    BeforeAll {
        $clip = Join-Path $TestDrive 'clip.mp4'
        New-TestClip $clip
        $templates = Join-Path $TestDrive 'templates'
        $template = Get-VideoTemplate $clip -SkipText -SkipSpeech -OutputDirectory $templates
    }

    It 'come from a directory, a file and the pipeline alike' {
        $expected = ($template | Measure-VideoNiche).CutsPerMinuteMean
        $expected | Should -BeGreaterThan 0
        foreach ($result in (Measure-VideoNiche $templates), (Measure-VideoNiche (Join-Path $templates '*.json')), (Get-ChildItem $templates | Measure-VideoNiche)) {
            $result.CutsPerMinuteMean | Should -BeGreaterThan ($expected - 0.001)
            $result.CutsPerMinuteMean | Should -BeLessThan ($expected + 0.001)
            $result.Niche | Should -Be 'unknown'
        }
    }

    It 'that are none are reported: <Name>' -ForEach @(
        @{ Name = 'missing.json'; Id = 'FileNotFound' }, @{ Name = 'bad_template.json'; Id = 'TemplateInvalid' }
    ) {
        Set-Content (Join-Path $TestDrive 'bad_template.json') 'no json'
        Measure-VideoNiche (Join-Path $TestDrive $Name) -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be $Id
    }
}

Describe 'Compare-VideoNiche' {
    It 'tells effect and sample sizes' {
        $result = @($rows | Compare-VideoNiche -Niche tech -OtherNiche finance)
        $result.Count | Should -Be 14
        $result[0].Measure | Should -Be 'CutsPerMinute'
        $result[0].CliffDelta | Should -Be -1
        $result[0].Test | Should -Be 'exact'
        $result[0].CountA, $result[0].CountB | Should -Be 6, 5
    }

    It 'compares the top with the rest, in any culture' {
        $result = @(Invoke-InCulture 'de-DE' { $rows | Compare-VideoNiche -EngagementColumn ViewCount -TopPercent '33,4' })
        $result[0].GroupA | Should -Be 'top 33.4% by ViewCount'
        $result[0].CountA + $result[0].CountB | Should -Be 11
    }

    It 'wants to know what to compare' {
        { $rows | Compare-VideoNiche } | Should -Throw -ErrorId 'InvalidOption*'
    }
}

Describe 'Get-VideoNicheRecommendation' {
    It 'describes the most frequent niche' {
        $result = $rows | Get-VideoNicheRecommendation
        $result.Niche | Should -Be 'tech'
        $result.TypicalVideo.Count | Should -Be 3
        $result.Pacing | Should -Match '^Moderate'
        $result.Hook | Should -Match 'speak, cut'
    }

    It 'has no profile of a niche without videos' {
        $rows | Get-VideoNicheRecommendation -Niche gardening -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$problems" | Should -Match 'gardening'
    }
}
