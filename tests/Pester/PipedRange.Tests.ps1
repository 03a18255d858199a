# Pipelines: whatever names a file and a part of it means that part, live or as a row; whatever names none is one clear error.
BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $clip = Join-Path $TestDrive 'id7_owner_score1.5.mp4'
    New-TestClip $clip
    $scenes = @(Get-VideoScene $clip)

    # A scene as it comes back from elsewhere.
    function Send-Scene([string] $Way) {
        $file = Join-Path $TestDrive "scenes.$Way"
        switch ($Way) {
            'live' { $scenes }
            'CSV' { $scenes | Export-Csv $file; Import-Csv $file }
            'JSON' { $scenes | ConvertTo-Json -Depth 4 | ConvertFrom-Json }
            'CLIXML' { $scenes | Export-Clixml $file; Import-Clixml $file }
            'job' {
                $module = Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1'
                Start-Job { Import-Module $using:module; Get-VideoScene $using:clip } | Receive-Job -Wait -AutoRemoveJob
            }
            'StartSeconds' { $scenes | Select-Object FullName, StartSeconds, EndSeconds, SceneIndex }
            'From and To' { $scenes | Select-Object FullName, @{ n = 'From'; e = { $_.Start } }, @{ n = 'To'; e = { $_.End } }, SceneIndex }
            'Path' { $scenes | Select-Object @{ n = 'Path'; e = { $_.FullName } }, Start, End, SceneIndex }
        }
    }
}

Describe 'A scene that is piped (<Way>)' -ForEach @(
    foreach ($way in 'live', 'CSV', 'JSON', 'CLIXML', 'job', 'StartSeconds', 'From and To', 'Path') { @{ Way = $way } }
) {
    BeforeAll {
        $piped = @(Send-Scene $Way)
    }

    It 'is measured by itself as a template' {
        $templates = @($piped | Get-VideoTemplate -SkipText -SkipSpeech)
        $templates.DurationSeconds | Should -Be 2, 2, 2
        $templates.FrameCount | Should -Be 50, 50, 50
        $templates.SceneIndex | Should -Be 1, 2, 3
        $templates.StartSeconds | Should -Be 0, 2, 4
    }

    It 'is measured by itself as crop positions, which join with it' {
        $positions = @($piped | Invoke-CropAnalysis -Grid 1)
        $positions.Count | Should -Be 3
        foreach ($position in $positions) {
            $scene = $scenes | Where-Object { $_.FullName -eq $position.FullName -and $_.SceneIndex -eq $position.SceneIndex }
            $scene.StartSeconds | Should -Be $position.StartSeconds
            $scene.VideoId | Should -Be $position.VideoId
        }
    }

    It 'is searched for scenes by itself' {
        @($piped | Get-VideoScene).StartSeconds | Should -Be 0, 2, 4
    }

    It 'is read for text by itself' -Skip:($Way -notin 'live', 'CSV') {
        $texts = @($piped | Get-VideoText -Sampling Interval)
        foreach ($text in $texts) {
            $text.StartSeconds | Should -BeGreaterOrEqual $scenes[$text.SceneIndex - 1].StartSeconds
            $text.EndSeconds | Should -BeLessOrEqual $scenes[$text.SceneIndex - 1].EndSeconds
        }
        $texts.Count | Should -BeGreaterThan 0
    }

    It 'is listened to by itself' {
        @($piped | Get-VideoTranscript).SceneIndex | Should -Be 1, 2, 3
    }

    It 'is no video that a niche cmdlet counts: one error (<_>)' -ForEach 'Measure-VideoNiche', 'Compare-VideoNiche', 'Get-VideoNicheRecommendation' {
        $more = $_ -eq 'Compare-VideoNiche' ? @{ EngagementColumn = 'ViewCount' } : @{}
        $rows = $Way -eq 'Path' ? ($piped | Select-Object *, @{ n = 'VideoId'; e = { 'id7' } }) : $piped
        $null = $rows | & $_ @more -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems.Count | Should -Be 1
        "$problems" | Should -Match 'part of a video'
    }
}

Describe 'The parameters of a range' {
    It 'are those of every cmdlet that takes a part of a video: <_>' -ForEach 'Get-VideoScene', 'Get-VideoText', 'Get-VideoTranscript', 'Get-VideoTemplate',
    'Get-VideoFace', 'Get-VideoFrame', 'Get-VideoActivity', 'Get-CropPath', 'Invoke-CropAnalysis', 'Invoke-VideoQuery', 'Export-VideoFrame' {
        $parameters = (Get-Command $_).Parameters
        $parameters['From'].Aliases | Should -Be 'Start', 'StartSeconds'
        $parameters['To'].Aliases | Should -Be 'End', 'EndSeconds'
        foreach ($name in 'From', 'To', 'SceneIndex') {
            foreach ($set in $parameters[$name].ParameterSets.Values) { $set.ValueFromPipelineByPropertyName | Should -BeTrue }
        }
    }

    It 'take -SceneIndex alone as the scene of that number' {
        (Get-VideoTemplate $clip -SceneIndex 2 -SkipText -SkipSpeech).DurationSeconds | Should -Be 2
    }
}

Describe 'A scene that is exported' {
    It 'is one video a scene, with its number' {
        $videos = @($scenes | Export-VideoCrop -Aspect 1:1 -Destination (Join-Path $TestDrive 'crops' '{stem}-{scene}{ext}').Replace('{ext}', '.mp4') -PassThru)
        $videos.SceneIndex | Should -Be 1, 2, 3
        $videos.Name | Should -Be 'id7_owner_score1.5-1.mp4', 'id7_owner_score1.5-2.mp4', 'id7_owner_score1.5-3.mp4'
        $videos.VideoId | Select-Object -Unique | Should -Be 'id7'
        foreach ($video in $videos) { $video.Duration.TotalSeconds | Should -BeLessThan 2.1 }
    }

    It 'has its own frames' {
        @($scenes | Export-VideoFrame -MaximumCount 1 -OutputDirectory (Join-Path $TestDrive 'frames') -PassThru).SceneIndex | Should -Be 1, 2, 3
    }
}

Describe 'Records of one video' {
    It 'carry FullName and VideoId: <Type>' -ForEach @(
        foreach ($type in 'VideoInfo', 'VideoScene', 'VideoText', 'TranscriptSegment', 'VideoTemplate', 'VideoNiche', 'CropPosition', 'CropCandidate', 'CropShot',
            'VideoActivity', 'VideoFace', 'SelectedFrame', 'VideoAnswer', 'VideoState', 'VideoAlert', 'SimilarVideo', 'PersonFace', 'FaceMatch') { @{ Type = $type } }
    ) {
        $names = ([type]"VideoTools.$Type").GetProperties().Name
        $names | Should -Contain 'FullName'
        $names | Should -Contain 'VideoId'
    }

    It 'carry SceneIndex where there is a scene: <_>' -ForEach 'VideoScene', 'VideoText', 'TranscriptSegment', 'VideoTemplate', 'VideoNiche', 'CropPosition',
    'CropCandidate', 'CropShot', 'VideoActivity', 'VideoFace', 'SelectedFrame' {
        ([type]"VideoTools.$_").GetProperties().Name | Should -Contain 'SceneIndex'
    }
}

Describe 'An object that names a file' {
    BeforeAll {
        $odd = Join-Path $TestDrive 'odd [1] `x`.mp4'
        Copy-Item -LiteralPath $clip $odd
        Push-Location $TestDrive
    }

    AfterAll {
        Pop-Location
    }

    It 'is that file: Get-FileHash' {
        (Get-FileHash -LiteralPath $odd | Get-VideoInfo).FullName | Should -Be $odd
    }

    It 'is that file: <Name>' -ForEach @{ Name = 'Path' }, @{ Name = 'FileName' }, @{ Name = 'Name' }, @{ Name = 'FullName' } {
        $value = $Name -in 'FullName', 'Path' ? $odd : (Split-Path -Leaf $odd)
        ([pscustomobject]@{ $Name = $value } | Get-VideoInfo).FullName | Should -Be $odd
        ([pscustomobject]@{ $Name = $value } | Get-VideoScene | Select-Object -First 1).FullName | Should -Be $odd
        @([pscustomobject]@{ $Name = $value } | Export-VideoScene -Destination (Join-Path $TestDrive "$Name.edl") -PassThru).Count | Should -Be 1
    }

    It 'is that file by position, too' {
        (Get-VideoInfo (Get-Item -LiteralPath $odd)).FullName | Should -Be $odd
    }

    It 'and one that names none is one clear error: <_>' -ForEach 'Get-VideoInfo', 'Get-VideoScene', 'Export-VideoFrame', 'Export-VideoCrop', 'Find-SimilarVideo' {
        $null = [version]'1.2', $clip | & $_ -ErrorVariable problems -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        $own = @($problems | Where-Object { "$_" -match 'names no file' })
        $own.Count | Should -Be 1
        "$problems" | Should -Not -Match 'System\.Version|There is no file ''1\.2'''
    }
}

Describe 'One path rule' {
    It 'makes an unknown drive an error of that path alone: <_>' -ForEach 'Get-VideoInfo', 'Get-VideoNiche', 'Measure-VideoNiche', 'Get-VideoCache', 'Import-VideoMetadata' {
        { $null = 'nowhere:\x.json' | & $_ -ErrorAction SilentlyContinue -ErrorVariable script:problems } | Should -Not -Throw
        "$problems" | Should -Match 'nowhere'
        { $null = & $_ 'nowhere:\x.json' -ErrorAction SilentlyContinue } | Should -Not -Throw
    }

    It 'gives -LiteralPath to every cmdlet with files: <_>' -ForEach 'Get-VideoNiche', 'Measure-VideoNiche', 'Compare-VideoNiche',
    'Get-VideoNicheRecommendation', 'Get-VideoCache', 'Import-VideoMetadata', 'Export-VideoScene', 'Get-VideoTemplate' {
        (Get-Command $_).Parameters['LiteralPath'].Aliases | Should -Contain 'PSPath'
    }

    It 'expands a piped pattern, and takes a literal one as it is, for niches as well' {
        $folder = Join-Path $TestDrive 'patterns'
        $null = Get-VideoTemplate $clip -SkipText -SkipSpeech -OutputDirectory $folder
        Get-ChildItem $folder | Copy-Item -Destination (Join-Path $folder 'x [1]_template.json')
        (Join-Path $folder '*_template.json' | Measure-VideoNiche).SampleSize | Should -Be 2
        (Measure-VideoNiche -LiteralPath (Join-Path $folder 'x [1]_template.json')).SampleSize | Should -Be 1
        @(Join-Path $folder '*_template.json' | Get-VideoNiche -Scorer Keyword).Count | Should -Be 2
        @(Get-VideoNiche -LiteralPath (Join-Path $folder 'x [1]_template.json') -Scorer Keyword).Count | Should -Be 1
        @(Get-VideoNiche $folder -Scorer Keyword).Count | Should -Be 2
    }

    It 'reads the CSV file of templates that Measure-VideoNiche reads' {
        $csv = Join-Path $TestDrive 'templates.csv'
        Get-VideoTemplate $clip -SkipText -SkipSpeech | Export-Csv $csv
        (Measure-VideoNiche $csv).SampleSize | Should -Be 1
        $niche = Get-VideoNiche $csv -Scorer Keyword
        $niche.FullName | Should -Be $clip
        $niche.FrameCount | Should -BeNullOrEmpty
        $niche.SceneCount | Should -Be 3
    }
}

Describe 'What is piped' {
    It 'binds to -Text by a script block' {
        @('a python programming tutorial', 'baking bread' | Get-VideoNiche -Text { $_ } -Scorer Keyword).Count | Should -Be 2
    }

    It 'binds entries of the cache beside -UnusedFor' {
        $before = $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB
        $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB = (Join-Path $TestDrive 'cache'), '64'
        try {
            $null = Get-VideoScene $clip
            @(Get-VideoCache | Clear-VideoCache -UnusedFor 1.00:00:00 -PassThru -Confirm:$false).Count | Should -Be 0
            @(Get-VideoCache).Count | Should -Be 1
            @(Get-VideoCache | Clear-VideoCache -UnusedFor 0 -PassThru -Confirm:$false).Count | Should -Be 1
        }
        finally {
            $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB = $before
        }
    }
}
