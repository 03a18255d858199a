BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $root = Join-Path $TestDrive 'metadata [1]'
    $null = New-Item -ItemType Directory $root, (Join-Path $root 'videos')
    $csv = Join-Path $root 'posts.csv'
    Set-Content -LiteralPath $csv -Encoding utf8BOM @'
video_id;title;hashtags;engagement_rate;likes_count;timestamp;owner_username;composite_score;clip
Cx1;"Größe; und mehr";#css #html;0,35;1.234;2024-02-01 18:30:00;ann;0,5;first
Cx2;Second;;;;;bob;;second.mp4
Cx3;Third;;;;;bob;;none
'@
    foreach ($name in 'Cx1_ann_score0.5.mp4', 'second.mp4') { Set-Content -LiteralPath (Join-Path $root "videos/$name") 'x' }
    $videos = [WildcardPattern]::Escape((Join-Path $root 'videos'))
    $rows = @(Import-VideoMetadata -LiteralPath $csv -VideoPath $videos)
}

Describe 'Import-VideoMetadata' {
    It 'reads a table of a German Excel' {
        $rows.Count | Should -Be 3
        $rows[0].Title | Should -Be 'Größe; und mehr'
        $rows[0].Hashtags.ToString() | Should -Be 'css;html'
        $rows[0].EngagementRate | Should -Be 0.35
        $rows[0].LikeCount | Should -Be 1234
        $rows[1].LikeCount | Should -BeNullOrEmpty
    }

    It 'joins by id, and by a column' {
        $rows.MatchedBy | Should -Be 'Id', $null, $null
        $rows[0].FullName | Should -Be (Join-Path $root 'videos/Cx1_ann_score0.5.mp4')
        $joined = Import-VideoMetadata -LiteralPath $csv -VideoPath $videos -JoinColumn Clip
        $joined.IsMatched | Should -Be $false, $true, $false
        $joined[1].MatchedBy | Should -Be 'Column'
    }

    It 'lists the rows without a video' {
        (Import-VideoMetadata -LiteralPath $csv -VideoPath $videos -UnmatchedOnly).VideoId | Should -Be 'Cx2', 'Cx3'
    }

    It 'takes piped files and directories' {
        (Get-ChildItem -LiteralPath $root -Filter *.csv | Import-VideoMetadata).Count | Should -Be 3
        (Get-Item -LiteralPath $root | Import-VideoMetadata).Count | Should -Be 3
    }

    It 'reports a broken file and reads the others' {
        $bad = Join-Path $root 'bad.json'
        Set-Content -LiteralPath $bad '{"video_id":'
        $read = Import-VideoMetadata -LiteralPath $bad, $csv -ErrorAction SilentlyContinue -ErrorVariable problems
        $read.Count | Should -Be 3
        $problems.Count | Should -Be 1
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'MetadataInvalid'
        $problems[0].CategoryInfo.Category | Should -Be 'InvalidData'
        $problems[0].TargetObject | Should -Be $bad
        $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        Remove-Item -LiteralPath $bad
    }

    It 'writes one JSON file a row, never without -Force over another, and none with -WhatIf' {
        $out = Join-Path $TestDrive 'features'
        $null = Import-VideoMetadata -LiteralPath $csv -OutputDirectory $out -WhatIf
        Test-Path $out | Should -BeFalse
        $null = Import-VideoMetadata -LiteralPath $csv -OutputDirectory $out
        (Get-ChildItem $out).Name | Should -Be 'Cx1_ann_score0.5.json', 'Cx2_bob_score0.json', 'Cx3_bob_score0.json'
        (Get-Content (Join-Path $out 'Cx2_bob_score0.json') | ConvertFrom-Json).engagement.likes_count | Should -Be 0
        $null = Import-VideoMetadata -LiteralPath $csv -OutputDirectory $out -ErrorAction Stop
        Get-ChildItem $out | ForEach-Object { Set-Content $_ '{ "video_id": "mine" }' }
        $null = Import-VideoMetadata -LiteralPath $csv -OutputDirectory $out -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 3
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'OutputExists'
        $null = Import-VideoMetadata -LiteralPath $csv -OutputDirectory $out -Force -ErrorAction Stop
        (Import-VideoMetadata $out).Title | Should -Be 'Größe; und mehr', 'Second', 'Third'
    }

    It 'reads back what Export-Csv wrote in <_>' -ForEach 'en-US', 'de-DE', 'fa-IR', 'en-GB' {
        $copy = Join-Path $TestDrive 'copy.csv'
        Invoke-InCulture $_ { $rows | Export-Csv $copy }
        $again = @(Import-VideoMetadata $copy)
        foreach ($name in 'VideoId', 'Title', 'EngagementRate', 'LikeCount', 'TimestampSeconds', 'OwnerUserName', 'CompositeScore') {
            $again.$name | Should -Be $rows.$name
        }
        $again[0].Hashtags.ToString() | Should -Be 'css;html'
    }
}
