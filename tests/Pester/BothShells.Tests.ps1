# Every request through both shells: what a cmdlet writes and what the command line writes are the same records, cell by cell.
BeforeDiscovery {
    $trailer = Join-Path $PSScriptRoot '..' '..' '.assets' 'transcript-player' 'sintel_trailer_480p.mp4'
    $hasTrailer = Test-Path $trailer
    if (-not $hasTrailer) { Write-Warning 'SKIPPED, NOT PASSED: the real clip is not in .assets (run the build, which fetches it)' }

    # Name, arguments of the command line, the cmdlet, and the fewest records that make sense.
    function Case($Name, [scriptblock] $Arguments, [scriptblock] $Cmdlet, [int] $Least = 1) {
        @{ Name = $Name; Arguments = $Arguments; Cmdlet = $Cmdlet; Least = $Least }
    }

    $video = @(
        Case 'info' { 'info', $clips } { Get-VideoInfo $clips } 2
        Case 'info with counted frames' { 'info', $clips, '--count-frames' } { Get-VideoInfo $clips -CountFrame } 2
        Case 'scene' { 'scene', $clips } { Get-VideoScene $clips } 6
        Case 'scene of a range by another detector' { 'scene', $clips, '--from', 1, '--to', 5, '--detector', 'content', '--min-length', '0.5' } {
            Get-VideoScene $clips -From 1 -To 5 -Detector Content -MinimumLength 0.5 } 4
        Case 'scene at a time' { 'scene', $clips, '--at', 3 } { Get-VideoScene $clips -At 3 } 2
        Case 'activity' { 'activity', $real, $clips } { Get-VideoActivity (@($real) + $clips) } 4
        Case 'activity of segments' { 'activity', $real, '--strategy', 'visual detail', '--segment-seconds', 2, '--dull-by', 'both', '--dull-percentile', 60, '--maximum-speed', 6 } {
            Get-VideoActivity $real -Strategy 'Visual Detail' -SegmentLength 2 -DullBy Both -DullPercentile 60 -MaximumSpeed 6 } 4
        Case 'frame' { 'frame', $real, $clips } { Get-VideoFrame (@($real) + $clips) } 5
        Case 'frame of an interval' { 'frame', $clips, '--mode', 'interval', '--interval', '0.7', '--minimum-sharpness', 50, '--similarity', '0.9' } {
            Get-VideoFrame $clips -Mode Interval -Interval 0.7 -MinimumSharpness 50 -Similarity 0.9 } 2
        Case 'similar' { 'similar', $real, $clips, $again, '--mirrored', '--threshold', '0.5', '--minimum-overlap', 1 } {
            Find-SimilarVideo (@($real) + $clips + $again) -Mirrored -Threshold 0.5 -MinimumOverlap 1 } 2
        Case 'crop' { 'crop', $clips, '--aspect', '9:16', '--grid', 3 } { Invoke-CropAnalysis $clips -Aspect 9:16 -Grid 3 } 6
        Case 'crop of scenes' { 'crop', $clips, '--grid', 2, '--scene', 1, '--scene', 3 } { Invoke-CropAnalysis $clips -Grid 2 -Scene 1, 3 } 8
        Case 'path' { 'path', $clips, '--aspect', '4:5', '--mode', 'follow', '--allow-zoom' } { Get-CropPath $clips -Aspect 4:5 -Mode Follow -AllowZoom } 6
        Case 'path that keeps text' { 'path', $real, '--keep', 'text', '--when-too-wide', 'pad' } { Get-CropPath $real -Keep Text -WhenTooWide Pad } 1
        Case 'candidates' { 'crop', $clips, '--grid', 5, '--candidates', '--maximum-count', 4, '--strategy', 'motion priority', '--strategy', 'Balanced' } {
            Invoke-CropAnalysis $clips -Grid 5 | Select-CropCandidate -MaximumCount 4 -Strategy 'motion priority', Balanced } 4
        Case 'text' { 'text', $real, '--sampling', 'interval', '--interval', '0.5' } { Get-VideoText $real -Sampling Interval -Interval 0.5 } 1
        Case 'face' { 'face', $real, '--interval', 1, '--minimum-size', '0.1' } { Get-VideoFace $real -Interval 1 -MinimumSize 0.1 } 0
        Case 'driver' { 'driver', $real, $clips, '--interval', 2, '--sample-rate', 5, '--skip-hands' } {
            Get-DriverState (@($real) + $clips) -Interval 2 -SampleRate 5 -SkipHand } 10
        Case 'driver as alerts' { 'driver', $real, '--alerts', '--skip-hands' } { Get-DriverState $real -SkipHand | Get-VideoAlert } 0
        Case 'transcript' { 'transcript', $real, $clips, '--word-timestamp' } { Get-VideoTranscript (@($real) + $clips) -WordTimestamp } 3
        Case 'transcript of a sound file' { 'transcript', $talk, '--from', 2 } { Get-VideoTranscript $talk -From 2 } 1
        Case 'template' { 'template', $real, $clips } { Get-VideoTemplate (@($real) + $clips) } 3
        Case 'template of a range' { 'template', $clips, '--from', 1, '--to', 3, '--skip-text', '--skip-speech' } {
            Get-VideoTemplate $clips -From 1 -To 3 -SkipText -SkipSpeech } 2
        Case 'template without text and speech' { 'template', $clips, '--skip-text', '--skip-speech', '--detector', 'histogram' } {
            Get-VideoTemplate $clips -SkipText -SkipSpeech -Detector Histogram } 2
    )
    $text = @(
        Case 'metadata' { 'metadata', $metadata, '--video', $videos } { Import-VideoMetadata $metadata -VideoPath $videos } 3
        Case 'metadata without a video' { 'metadata', $metadata, '--video', $videos, '--unmatched-only' } {
            Import-VideoMetadata $metadata -VideoPath $videos -UnmatchedOnly } 1
        Case 'niche of texts' { 'niche', '--text', 'VS Code extensions', '--text', 'Index funds and passive income', '--text', 'zzz' } {
            Get-VideoNiche -Text 'VS Code extensions', 'Index funds and passive income', 'zzz' } 3
        Case 'niche of videos with metadata' { 'niche', $clips, '--metadata', $metadata, '--scorer', 'keyword', '--min-confidence', '0.2', '--alternatives', 5 } {
            Get-VideoNiche $clips -MetadataPath $metadata -Scorer Keyword -MinimumConfidence 0.2 -AlternativeCount 5 } 2
        Case 'niche of template files' { 'niche', $templates, '--metadata', $metadata } {
            Get-ChildItem $templates | Get-VideoNiche -MetadataPath $metadata } 2
        Case 'niche by another taxonomy' { 'niche', $clips, '--metadata', $metadata, '--taxonomy', 'youtube' } {
            Get-VideoNiche $clips -MetadataPath $metadata -TaxonomyPath youtube } 2
        Case 'measure of a table' { 'measure', $table } { Measure-VideoNiche $table } 2
        Case 'measure of a directory of templates' { 'measure', $templates } { Measure-VideoNiche $templates } 1
        Case 'measure of a niche at level 2' { 'measure', $table, '--niche', 'tech', '--level', 2 } { Measure-VideoNiche $table -Niche tech -Level 2 } 1
        Case 'cluster' { 'measure', $table, '--cluster' } { Measure-VideoNiche $table -Cluster } 2
        Case 'cluster of a given count' { 'measure', $table, '--clusters', 3 } { Measure-VideoNiche $table -ClusterCount 3 } 3
        Case 'compare' { 'measure', $table, '--compare', 'tech,finance' } { Compare-VideoNiche $table -Niche tech -OtherNiche finance } 14
        Case 'compare of the most successful' { 'measure', $table, '--engagement', 'ViewCount', '--top-percent', 40 } {
            Compare-VideoNiche $table -EngagementColumn ViewCount -TopPercent 40 } 14
        Case 'recommend' { 'measure', $table, '--recommend', '--niche', 'tech' } { Get-VideoNicheRecommendation $table -Niche tech } 1
    )
    $failures = @(
        Case 'a file that is missing' { 'scene', (Join-Path $TestDrive 'none.mp4') } { Get-VideoScene -LiteralPath (Join-Path $TestDrive 'none.mp4') }
        Case 'a file that is no video' { 'scene', $metadata } { Get-VideoScene $metadata }
        Case 'a time without a scene' { 'scene', $clips[0], '--at', 99 } { Get-VideoScene $clips[0] -At 99 }
        Case 'a range outside of the video' { 'text', $clips[0], '--from', 99 } { Get-VideoText $clips[0] -From 99 }
        Case 'a scene that is not there' { 'crop', $clips[0], '--scene', 9 } { Invoke-CropAnalysis $clips[0] -Scene 9 }
        Case 'metadata among the videos' { 'niche', $metadata } { Get-VideoNiche $metadata }
        Case 'a directory without templates' { 'measure', $videos } { Measure-VideoNiche $videos }
        Case 'a niche that no video is of' { 'measure', $table, '--niche', 'codin' } { Measure-VideoNiche $table -Niche codin }
        Case 'scenes where videos are counted' { 'measure', $scenes } { Measure-VideoNiche $scenes }
        Case 'a report that exists' { 'report', $clips[0], '--output', $table } { Export-VideoReport $table -InputPath $clips[0] }
        Case 'a taxonomy that is missing' { 'niche', '--text', 'a', '--taxonomy', (Join-Path $TestDrive 'none.json') } {
            try { Get-VideoNiche -Text a -TaxonomyPath (Join-Path $TestDrive 'none.json') } catch { $PSCmdlet.WriteError($_) } }
    )
}

Describe 'Both shells' -Skip:(-not $hasTrailer) {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'TestClip.ps1')
        Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
        $program = Join-Path (Split-Path $env:VIDEOTOOLS_TEST_MODULE) 'cli' ($IsWindows ? 'videotools.exe' : 'videotools')

        # Two made clips without sound, and some seconds of a real film with titles and speech.
        $videos = Join-Path $TestDrive 'videos'
        $clips = 'a', 'b' | ForEach-Object { Join-Path $videos "$_.mp4" }
        New-TestClip $clips[0]
        New-TestClip $clips[1] -Seconds 7 -Size 240x320
        $real = Join-Path $TestDrive 'real.mp4'
        $trailer = Join-Path $PSScriptRoot '..' '..' '.assets' 'transcript-player' 'sintel_trailer_480p.mp4'
        ffmpeg -v error -nostdin -y -ss 10 -i $trailer -t 9 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac $real
        if ($LASTEXITCODE -ne 0) { throw "ffmpeg could not cut $trailer" }
        $talk = Join-Path $TestDrive 'talk.m4a'
        ffmpeg -v error -nostdin -y -i $real -vn -c:a copy $talk
        if ($LASTEXITCODE -ne 0) { throw "ffmpeg could not take the sound of $real" }
        $again = Join-Path $TestDrive 'again.mp4'
        ffmpeg -v error -nostdin -y -ss 1 -i $real -vf 'scale=426:-2,hflip' -c:v libx264 -preset ultrafast -an $again
        if ($LASTEXITCODE -ne 0) { throw "ffmpeg could not copy $real" }

        $metadata = Join-Path $TestDrive 'features.csv'
        @(
            [pscustomobject]@{ video_id = 'a'; title = 'VS Code extensions, "the best"'; hashtags = '#dev;#fyp'; video_view_count = 1200; timestamp = '2024-05-01T18:30:00.5Z' }
            [pscustomobject]@{ video_id = 'b'; title = 'Monthly budget template'; hashtags = '#money'; video_view_count = 90; timestamp = '' }
            [pscustomobject]@{ video_id = 'c'; title = 'Nobody filmed this'; hashtags = ''; video_view_count = ''; timestamp = '' }
        ) | Export-Csv $metadata
        $templates = Join-Path $TestDrive 'templates'
        Get-VideoTemplate $clips -SkipText -SkipSpeech -OutputDirectory $templates | Out-Null
        $scenes = Join-Path $TestDrive 'scenes.csv'
        Get-VideoScene $clips | Export-Csv $scenes
        $table = Join-Path $TestDrive 'niches.csv'
        $rows = 0..5 | ForEach-Object { "t$_;tech > coding;$(10 + $_);$(30 + $_);$($_ * 100)" }
        $rows += 0..4 | ForEach-Object { "f$_;finance;$(40 + $_);$(20 + $_);$($_ * 70)" }
        @('VideoId;Niche;CutsPerMinute;DurationSeconds;ViewCount') + $rows | Set-Content $table

        # Arguments as a flat list of texts: a path that is an array stands for all its paths.
        function Invoke-Program([scriptblock] $Arguments) {
            $list = & $Arguments | ForEach-Object { $_ } | ForEach-Object { "$_" }
            & $program @list
        }

        function Read-Program([scriptblock] $Arguments) {
            $list = @(& $Arguments | ForEach-Object { $_ } | ForEach-Object { "$_" }) + '--format', 'csv'
            & $program @list 2>$null | ConvertFrom-Csv
        }

        # The one thing that the two write differently: the command line writes moments as ISO 8601.
        function Get-Cell($Row, [string] $Column) {
            $value = $Row.$Column
            $value -and $Column -in 'Timestamp', 'Created', 'LastUsed' ? [datetimeoffset]::Parse($value, [cultureinfo]::InvariantCulture).ToString('s') : $value
        }

        function Compare-Row($Expected, $Actual) {
            $columns = $Expected[0].PSObject.Properties.Name
            $missing = $columns | Where-Object { $_ -notin $Actual[0].PSObject.Properties.Name }
            if ($missing) { "the cmdlet's records have no $missing" }
            if ($Expected.Count -ne $Actual.Count) { "$($Expected.Count) records of the command line, $($Actual.Count) of the cmdlet" }
            foreach ($i in 0..([Math]::Min($Expected.Count, $Actual.Count) - 1)) {
                foreach ($column in $columns) {
                    $left, $right = (Get-Cell $Expected[$i] $column), (Get-Cell $Actual[$i] $column)
                    if ($left -cne $right) { "row $i, ${column}: '$left' of the command line, '$right' of the cmdlet" }
                }
            }
        }
    }

    It 'give the same records: <Name>' -ForEach ($video + $text) {
        $expected = @(Read-Program $Arguments)
        $actual = @(Invoke-InCulture '' { & $Cmdlet 3>$null | ConvertTo-Csv } | ConvertFrom-Csv)
        $expected.Count | Should -BeGreaterOrEqual $Least
        Compare-Row $expected $actual | Should -BeNullOrEmpty
    }

    It 'give the same error: <Name>' -ForEach $failures {
        $said = @(Invoke-Program $Arguments 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
        $LASTEXITCODE | Should -Be 1
        $problems = $null
        & { [CmdletBinding()] param() & $Cmdlet } -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $own = $problems | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Select-Object -Last 1
        "$($said[0])" | Should -BeLike "videotools: $(($own.FullyQualifiedErrorId -split ',')[0]): *"
        "$($said[0])" | Should -Match ([regex]::Escape($own.ErrorDetails.Message))
    }

    It 'make the same report: <Name>' -ForEach @(
        @{ Name = 'of one video'; Inputs = { $clips[0] } }
        @{ Name = 'of videos and templates'; Inputs = { $real, (Join-Path $templates 'a_template.json'), (Join-Path $templates 'b_template.json') } }
    ) {
        $files = @(& $Inputs)
        $page = Join-Path $TestDrive "$([guid]::NewGuid()).html"
        & $program report @files --output $page 2>$null
        $LASTEXITCODE | Should -Be 0
        $data = { [regex]::Match([IO.File]::ReadAllText($args[0]), '(?s)id="report-data">(.*?)</script>').Groups[1].Value }
        $own = & $data (Export-VideoReport (Join-Path $TestDrive "$([guid]::NewGuid()).html") -InputPath $files)
        $own.Length | Should -BeGreaterThan 1000
        $own | Should -BeExactly (& $data $page)
    }

    It 'list the same cache' {
        $before = $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB
        try {
            $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB = (Join-Path $TestDrive 'cache'), '64'
            Get-VideoScene $clips | Out-Null
            Invoke-Program { 'template', $clips, '--skip-text', '--skip-speech' } | Out-Null
            $expected = @(Read-Program { 'cache' })
            $expected.Count | Should -BeGreaterOrEqual 4
            Compare-Row $expected @(Invoke-InCulture '' { Get-VideoCache | ConvertTo-Csv } | ConvertFrom-Csv) | Should -BeNullOrEmpty
        }
        finally {
            $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB = $before
        }
    }
}
