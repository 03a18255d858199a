# Records that leave PowerShell and come back: as JSON, CLIXML, CSV, out of a job, and as the JSON lines of the command line. Whatever takes
# the record takes what came back, with its lists and times intact.
BeforeDiscovery {
    $ways = 'ConvertTo-Json', 'ConvertTo-Json by names', 'CLIXML', 'CSV', 'Job', 'JSON lines'
    $cases = foreach ($way in $ways) { foreach ($culture in 'en-US', 'de-DE') { @{ Way = $way; Culture = $culture } } }
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')

    # A record from its values, in the session and in jobs alike.
    $make = {
        param($Type, $Values)
        [VideoTools.RecordReader].GetMethods().Where({ -not $_.IsGenericMethod -and $_.Name -eq 'TryRead' })[0].Invoke($null, (
                $arguments = @($Type, [Func[string, object]] { param($name) $Values[$name] }.GetNewClosure(), $null, $null))) | Should -BeTrue -Because "$($arguments[3])"
        $arguments[2]
    }
    $seconds = 0.5, 1.25
    $values = @{
        'VideoTools.TranscriptSegment' = @{
            FullName = '/v/a.mp4'; Index = 1; StartSeconds = 0.5; EndSeconds = 3.25; Text = 'one; two'; Language = 'en'; HasSpeech = $true; Model = 'whisper-base'
            Device = 'Cpu'; AverageLogProbability = -0.123456; Status = 'Damaged'
            Words = @(@{ Text = 'one;'; StartSeconds = 0.5; EndSeconds = 1.123; Probability = 0.875 }, @{ Text = 'two'; StartSeconds = 1.5; EndSeconds = 3.25; Probability = 0.25 })
        }
        'VideoTools.CropPosition'      = @{
            FullName = '/v/a.mp4'; Index = 3; X = 10; Y = 0; Width = 304; Height = 540; VideoWidth = 960; VideoHeight = 540; Aspect = '9:16'; Motion = 1.25
            Detail = 2.5; Edges = 0.00001; Saturation = 7; Rank = 1; Start = '00:00:01.5'; End = '00:00:03'; FrameCount = 36
        }
        'VideoTools.VideoTemplate'     = @{
            FullName = '/v/a_template.mp4'; VideoId = 'a'; FileName = 'a.mp4'; Niche = 'tech > coding'; Duration = '00:00:12.5'; DurationSeconds = 12.5; Width = 1080
            Height = 1920; FramesPerSecond = 29.97; FrameCount = 375; SceneCount = 2; CutsPerMinute = 4.8; SceneStarts = 0, 6.25; MeanColor = '#102030'
            TextCount = 1; TextCoveragePercent = 12.5; TextPhrases = 'SALE', 'now'; TextZone = 'bottom'; TextZones = , 'bottom'; TextHeat = (1..36 | ForEach-Object { $_ / 64 })
            TextDetections = , @{ StartSeconds = 0.5; EndSeconds = 2.25; Text = 'SALE; now'; Confidence = 0.9375; X = 540; Y = 1600; Zone = 'Bottom' }
            HasSpeech = $true; SpeechLanguage = 'en'; Transcript = 'code; python'; WordCount = 2
            SpeechSegments = , @{ StartSeconds = 0.5; EndSeconds = 2; Text = 'code; python' }; HookWordCount = 1.5; Device = 'Cpu'
        }
        'VideoTools.VideoNiche'        = @{
            FullName = '/v/b.mp4'; VideoId = 'b'; FileName = 'b.mp4'; Category = 'tech'; Subcategory = 'coding'; FullPath = 'tech > coding'; Confidence = 0.75
            MatchedKeyword = 'python', 'code'; Source = , 'title'; Scorer = 'Keyword'; DurationSeconds = 12.5; SceneCount = 2; CutsPerMinute = 4.8; SceneStarts = 0, 6.25
            TextCount = 0; HasSpeech = $false; ViewCount = 5000000000
        }
        'VideoTools.VideoMetadata'     = @{
            VideoId = 'c'; IsMatched = $false; Title = 'How to code in Python'; Hashtags = 'python', 'coding'; Timestamp = '2024-01-31T20:00:00.25+00:00'
            DurationSeconds = 31.5; ViewCount = 5000000000; EngagementRate = 0.023; SourcePath = 'm.csv'; SourceRow = 7
        }
    }
    $records = @{}
    foreach ($name in $values.Keys) { $records[$name] = & $make ([type]$name) $values[$name] }

    function Send-Record([object] $Record, [string] $Way) {
        switch ($Way) {
            'ConvertTo-Json' { $Record | ConvertTo-Json -Depth 4 | ConvertFrom-Json }
            'ConvertTo-Json by names' { $Record | ConvertTo-Json -Depth 4 -EnumsAsStrings | ConvertFrom-Json }
            'CLIXML' {
                $file = Join-Path $TestDrive 'record.xml'
                $Record | Export-Clixml $file
                Import-Clixml $file
            }
            'CSV' { $Record | ConvertTo-Csv | ConvertFrom-Csv }
            'Job' {
                # What a job hands on is what its serializer made of the record.
                [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($Record, 1))
            }
            'JSON lines' {
                $stream = [System.IO.MemoryStream]::new()
                $json = [System.Text.Json.Utf8JsonWriter]::new($stream)
                [VideoTools.RecordJson]::Write($json, $Record)
                $json.Dispose()
                [System.Text.Encoding]::UTF8.GetString($stream.ToArray()) | ConvertFrom-Json
            }
        }
    }
}

Describe '<Way> in <Culture>' -ForEach $cases {
    BeforeAll {
        $back = @{}
        Invoke-InCulture $Culture { foreach ($name in $records.Keys) { $back[$name] = Send-Record $records[$name] $Way } }
    }

    It 'carries segments and their words to Export-VideoTranscript' {
        $record = $records['VideoTools.TranscriptSegment']
        foreach ($folder in 'direct', 'back') { $null = New-Item -ItemType Directory -Force (Join-Path $TestDrive $folder) }
        $record | Export-VideoTranscript -Format Json -OutputDirectory (Join-Path $TestDrive 'direct') -Force
        Invoke-InCulture $Culture {
            $back['VideoTools.TranscriptSegment'] | Export-VideoTranscript -Format Json -OutputDirectory (Join-Path $TestDrive 'back') -Force
        }
        $direct, $read = 'direct', 'back' | ForEach-Object { (Get-Content -Raw (Join-Path $TestDrive $_ '*.json')) | ConvertFrom-Json -AsHashtable }
        @($read.segments)[0].words.Count | Should -Be 2
        if ($Way -eq 'CSV') {
            # Text has no probabilities; times are exact.
            @($read.segments)[0].words.text | Should -Be 'one;', 'two'
            @($read.segments)[0].words.start | Should -Be @($direct.segments)[0].words.start
            @($read.segments)[0].words.end | Should -Be @($direct.segments)[0].words.end
        }
        else {
            $read | ConvertTo-Json -Depth 9 | Should -Be ($direct | ConvertTo-Json -Depth 9)
        }
    }

    It 'carries positions to Select-CropCandidate' {
        $expected = $records['VideoTools.CropPosition'] | Select-CropCandidate
        $chosen = Invoke-InCulture $Culture { $back['VideoTools.CropPosition'] | Select-CropCandidate }
        $chosen | ConvertTo-Csv | Should -Be ($expected | ConvertTo-Csv)
    }

    It 'carries <_> to Measure-VideoNiche' -ForEach 'VideoTools.VideoTemplate', 'VideoTools.VideoNiche' {
        $expected = $records[$_] | Measure-VideoNiche
        $measured = Invoke-InCulture $Culture { $back[$_] | Measure-VideoNiche }
        $measured | ConvertTo-Csv | Should -Be ($expected | ConvertTo-Csv)
    }

    It 'carries <_> to Get-VideoNiche' -ForEach 'VideoTools.VideoTemplate', 'VideoTools.VideoMetadata' {
        $expected = $records[$_] | Get-VideoNiche -Scorer Keyword
        $found = Invoke-InCulture $Culture { $back[$_] | Get-VideoNiche -Scorer Keyword }
        $found | ConvertTo-Csv | Should -Be ($expected | ConvertTo-Csv)
    }

    It 'carries <_> to Export-VideoReport' -ForEach 'VideoTools.VideoTemplate', 'VideoTools.VideoNiche' {
        $page = 'direct', 'back' | ForEach-Object { Join-Path $TestDrive "$_.html" }
        $records[$_] | Export-VideoReport -Path $page[0] -Force -WarningAction SilentlyContinue
        Invoke-InCulture $Culture { $back[$_] | Export-VideoReport -Path $page[1] -Force -WarningAction SilentlyContinue }
        Get-Content -Raw $page[1] | Should -BeExactly (Get-Content -Raw $page[0])
    }
}

Describe 'A job' {
    It 'hands on words with their times' {
        $module = Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1'
        $row = Start-Job {
            Import-Module $using:module
            [VideoTools.TranscriptSegment].GetConstructors()[0].Invoke(@()) | ForEach-Object {
                [VideoTools.TranscriptSegment].GetProperty('FullName').SetValue($_, '/v/a.mp4')
                [VideoTools.TranscriptSegment].GetProperty('Words').SetValue($_, [VideoTools.ValueList[VideoTools.TranscriptWord]]::new(
                        [VideoTools.TranscriptWord[]]@([VideoTools.RecordText]::Parse('one@1.50-2.25', [VideoTools.TranscriptWord]))))
                $_
            }
        } | Receive-Job -Wait -AutoRemoveJob
        $row.Words[0].StartSeconds | Should -Be 1.5
    }
}

Describe 'A scene that comes back as <Way> in <Culture>' -ForEach @(
    foreach ($way in 'ConvertTo-Json', 'CLIXML', 'CSV') { foreach ($culture in 'en-US', 'de-DE') { @{ Way = $way; Culture = $culture } } }
) {
    BeforeAll {
        $clip = Join-Path $TestDrive 'scenes [1].mp4'
        New-TestClip $clip -Seconds 4
        $back = [cultureinfo]::CurrentCulture
        [cultureinfo]::CurrentCulture = $Culture
        $scene = Get-VideoScene -LiteralPath $clip -NoCache -FallbackLength 2 | Select-Object -Last 1
        $scene.Start | Should -BeGreaterThan ([timespan]::Zero)
    }

    AfterAll {
        [cultureinfo]::CurrentCulture = $back
    }

    It 'is the range of <_>' -ForEach 'Invoke-CropAnalysis', 'Get-VideoScene', 'Get-VideoText', 'Get-VideoTranscript' {
        $more = $_ -eq 'Invoke-CropAnalysis' ? @{ Grid = 2 } : @{}
        $live = $scene | & $_ @more -NoCache
        $returned = Send-Record $scene $Way | & $_ @more -NoCache
        if ($_ -ne 'Get-VideoText') { $live | Should -Not -BeNullOrEmpty }
        @($returned).Count | Should -Be @($live).Count
        foreach ($i in 0..@($live).Count) { "$(@($returned)[$i])" | Should -Be "$(@($live)[$i])" }
        if ($_ -in 'Invoke-CropAnalysis', 'Get-VideoScene') { @($returned)[0].Start | Should -Be $scene.Start }
    }
}
