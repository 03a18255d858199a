BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $csv = Join-Path $TestDrive 'posts.csv'
    Set-Content $csv @'
video_id,title,hashtags,likes_count
one,Build a website with HTML CSS and JavaScript,#webdev #javascript,1234
two,zzz,,5
'@
    $features = Join-Path $TestDrive 'features'
    $null = New-Item -ItemType Directory $features
    Set-Content (Join-Path $features 'one_x.json') '{"title":"Build a website with HTML CSS and JavaScript","hashtags":[{"name":"webdev"}],"engagement":{"likes_count":7}}'
    $clip = Join-Path $TestDrive 'one.mp4'
    New-TestClip $clip
    $keyword = @{ Scorer = 'Keyword' }
}

Describe 'Get-VideoNiche' {
    It 'takes plain texts, each on its own' {
        $niches = @(Get-VideoNiche -Text 'Build a website with HTML, CSS and JavaScript #webdev', 'zzz qqq' @keyword)
        $niches.Category | Should -Be 'tech', 'unknown'
        $niches[0].FullPath | Should -BeLike 'tech > coding*'
        $niches[0].Confidence | Should -BeGreaterThan 0
        $niches[1].FullPath | Should -BeNullOrEmpty
    }

    It 'takes records of Import-VideoMetadata, rows of Import-Csv and nested objects alike' {
        $records = @(Import-VideoMetadata $csv | Get-VideoNiche @keyword)
        $records.Category | Should -Be 'tech', 'unknown'
        $records.VideoId | Should -Be 'one', 'two'
        (Import-Csv $csv | Get-VideoNiche @keyword).FullPath | Should -Be $records.FullPath
        (Get-Content (Join-Path $features 'one_x.json') | ConvertFrom-Json | Get-VideoNiche @keyword).FullPath | Should -Be $records[0].FullPath
        (@{ title = 'Build a website with HTML CSS and JavaScript'; hashtags = '#webdev #javascript' } | Get-VideoNiche @keyword).FullPath |
            Should -Be $records[0].FullPath
    }

    It 'looks up the metadata of files and templates' {
        $file = Get-Item $clip | Get-VideoNiche -MetadataPath $features @keyword
        $file.Category | Should -Be 'tech'
        $file.FullName | Should -Be $clip
        $file.LikeCount | Should -Be 7
        $template = Get-VideoTemplate $clip -SkipText -SkipSpeech | Get-VideoNiche -MetadataPath $features @keyword
        $template.Category | Should -Be 'tech'
        $template.SceneCount | Should -Be 3
        (Get-VideoNiche (Join-Path $TestDrive '*.mp4') -MetadataPath $features @keyword).FullPath | Should -Be $file.FullPath
    }

    It 'takes templates from a CSV file written in <_>' -ForEach 'en-US', 'de-DE' {
        $copy = Join-Path $TestDrive 'templates.csv'
        $template = Get-VideoTemplate $clip -SkipText -SkipSpeech
        Invoke-InCulture $_ { $template | Export-Csv $copy }
        $niche = Invoke-InCulture 'de-DE' { Import-Csv $copy | Get-VideoNiche @keyword }
        $niche.CutsPerMinute | Should -Be $template.CutsPerMinute
        $niche.SceneStarts.ToString() | Should -Be $template.SceneStarts.ToString()
    }

    It 'keeps the order of the input beyond one batch' {
        $ids = 1..100 | ForEach-Object { "v$_" }
        ($ids | ForEach-Object { [pscustomobject]@{ id = $_; title = 'JavaScript' } } | Get-VideoNiche @keyword).VideoId | Should -Be $ids
    }

    It 'stops with Select-Object -First' {
        @(Import-VideoMetadata $csv | Get-VideoNiche @keyword | Select-Object -First 1).Count | Should -Be 1
    }

    It 'reports an object that says nothing and goes on' {
        $objects = [pscustomobject]@{ price = 3 }, [pscustomobject]@{ title = 'JavaScript' }
        $niche = @($objects | Get-VideoNiche @keyword -ErrorAction SilentlyContinue -ErrorVariable problems)
        $niche.Count | Should -Be 1
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'MetadataInvalid'
    }

    It 'ends with an error that names a taxonomy that is not there' {
        $bad = Join-Path $TestDrive 'none.json'
        { Get-VideoNiche -Text 'x' -TaxonomyPath $bad } | Should -Throw -ErrorId 'TaxonomyInvalid,*'
    }

    It 'writes video_classifications.csv whole, not over another one, and not with -WhatIf' {
        $out = Join-Path $TestDrive 'out'
        $file = Join-Path $out 'video_classifications.csv'
        $null = Import-VideoMetadata $csv | Get-VideoNiche -OutputDirectory $out -WhatIf @keyword
        Test-Path $out | Should -BeFalse
        $null = Invoke-InCulture 'de-DE' { Import-VideoMetadata $csv | Get-VideoNiche -OutputDirectory $out @keyword }
        (Get-Content $file)[0] | Should -BeLike 'video_id,filename,niche,relative_path,text_sample,*'
        (Import-Csv $file).niche | Should -Be 'tech', 'unknown'
        Add-Content $file 'mine'
        $null = Import-VideoMetadata $csv | Get-VideoNiche -OutputDirectory $out @keyword -ErrorAction SilentlyContinue -ErrorVariable problems
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'OutputExists'
        $null = Import-VideoMetadata $csv | Get-VideoNiche -OutputDirectory $out -Force @keyword -ErrorAction Stop
    }
}
