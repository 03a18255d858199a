BeforeDiscovery {
    $photographs = Join-Path $PSScriptRoot '..' '..' '.assets' '@vladmandic' 'face-api'
    $hasPhotographs = Test-Path (Join-Path $photographs 'sample6.jpg')
    $hasPipes = $hasPhotographs -and -not $IsWindows -and (Get-Command mkfifo, ffmpeg -ErrorAction Ignore)
    if (-not $hasPhotographs) { Write-Warning 'SKIPPED, NOT PASSED: the photographs are not in .assets (run the build''s test task, which fetches them)' }
}

Describe 'Get-DriverState' -Skip:(-not $hasPhotographs) {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'TestClip.ps1')
        Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
        $photograph = Join-Path $PSScriptRoot '..' '..' '.assets' '@vladmandic' 'face-api' 'sample6.jpg' | Resolve-Path | ForEach-Object Path

        # One face of a photograph for eight seconds, nobody for four, darkness for two.
        $clip = Join-Path $TestDrive 'drive [1].mp4'
        ffmpeg -v error -nostdin -y -loop 1 -framerate 10 -t 8 -i $photograph -f lavfi -t 4 -i 'testsrc2=s=640x480:r=10' -f lavfi -t 2 -i 'color=black:s=640x480:r=10' `
            -filter_complex '[0]scale=1280:1024,crop=220:240:738:196,scale=640:-2,crop=640:480,setsar=1[a];[1]setsar=1[b];[2]setsar=1[c];[a][b][c]concat=n=3,format=yuv420p' `
            -c:v libx264 -preset ultrafast -crf 18 ('file:' + $clip)
        if ($LASTEXITCODE -ne 0) { throw "ffmpeg could not make $clip" }
        $empty = Join-Path $TestDrive 'empty.mp4'
        New-TestClip $empty -Seconds 3
        $broken = Join-Path $TestDrive 'broken.mp4'
        Set-Content $broken 'no video'
        $states = @(Get-DriverState -LiteralPath $clip -SkipHand -Calibration 5)
    }

    It 'says what a driver does, who leaves, in the dark' {
        $states.Count | Should -Be 14
        $states.SequenceIndex | Should -Be (1..14)
        $states[0..7].State | Select-Object -Unique | Should -Be 'AWAKE'
        $states[0..7].Level | Select-Object -Unique | Should -Be 'Low'
        $states[3].Status, $states[6].Status | Should -Be 'Partial', 'Ok'
        $states[6].IsCalibrated | Should -BeTrue
        $states[6].EyeOpenness | Should -BeGreaterThan 0.8
        $states[11].State, $states[11].Level | Should -Be 'ABSENT', 'Moderate'
        $states[13].State, $states[13].Level, $states[13].Status | Should -Be 'UNKNOWN', 'Unknown', 'Unavailable'
        $states.Source | Select-Object -Unique | Should -Be 'Device'
        $states[0].FrameTimes.Count | Should -Be 10
        $states[0].HandShare | Should -BeNullOrEmpty
    }

    It 'becomes alerts and is evaluated' {
        $alert = $states | Get-VideoAlert
        $alert.State, $alert.Level | Should -Be 'ABSENT', 'Moderate'
        $alert.StartSeconds | Should -BeGreaterOrEqual 9
        $truth = Join-Path $TestDrive truth.json
        Set-Content $truth '{"ground_truth": {"drive [1].mp4": {"impaired_periods": [{"start_time": 8, "end_time": 12}]}}}'
        $evaluation = $states | Measure-VideoAlert $truth
        $evaluation.FalsePositive, $evaluation.DetectedPeriodCount, $evaluation.UnitCount | Should -Be 0, 1, 14
    }

    It 'gives one row for a range, and other lengths' {
        $range = @(Get-DriverState -LiteralPath $clip -From 2 -To 6 -Interval 2 -SampleRate 5 -SkipHand)
        $range.StartSeconds | Should -Be 2, 4
        $range.SequenceIndex | Should -Be 2, 3
        $range[0].FrameTimes.Count | Should -Be 10
    }

    It 'goes on behind a broken file in a pipeline' {
        $records = $clip, $broken, $empty | ForEach-Object { Get-Item -LiteralPath $_ } |
            Get-DriverState -SkipHand -ErrorAction SilentlyContinue -ErrorVariable problems
        @($problems).Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidVideo*'
        $records.FullName | Select-Object -Unique | Should -Be $clip, $empty
        $records.Where({ $_.FullName -eq $empty }).State | Select-Object -Unique | Should -Be 'ABSENT'
    }

    It 'stops the decoder with Select-Object -First 1' {
        (1..3 | ForEach-Object { Get-Item -LiteralPath $clip } | Get-DriverState -NoCache -SkipHand | Select-Object -First 1).SequenceIndex | Should -Be 1
        Get-DecoderChild | Should -BeNullOrEmpty
    }

    It 'survives a CSV file in <_>' -ForEach 'en-US', 'de-DE' {
        $there = Invoke-InCulture $_ { $states | ConvertTo-Csv | ConvertFrom-Csv | Get-VideoAlert }
        "$there" | Should -Be "$($states | Get-VideoAlert)"
    }

    It 'tells with -Verbose what took how long, and what was waited for' {
        $told = Get-DriverState -LiteralPath $clip -SkipHand -NoCache -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$told" | Should -Match 'Driver: 140 frames looked at, .*mesh \d+\.\d\d s \(\d+\).* Bottleneck: (looking|decoding)'
    }

    It 'saves the frames that show why' {
        $folder = Join-Path $TestDrive evidence
        $alert = $states | Get-VideoAlert -EvidencePath $folder
        $alert.EvidenceFiles.Count | Should -BeGreaterThan 0
        $alert.EvidenceFiles | ForEach-Object { (Get-Item -LiteralPath $_).Length | Should -BeGreaterThan 1000 }
    }

    It 'shows a table that says why' {
        $table = $states | Format-Table | Out-String -Width 120
        $table | Should -Match 'ABSENT +Moderate'
        $table | Should -Match 'no face for'
    }

    It 'refuses <Name> <Value>' -ForEach @(
        @{ Name = 'Interval'; Value = 0 }, @{ Name = 'SampleRate'; Value = 1 }, @{ Name = 'Calibration'; Value = 500 }
        @{ Name = 'PerclosWindow'; Value = 1 }, @{ Name = 'ClosedLimit'; Value = 0 }, @{ Name = 'AwayLimit'; Value = 0 }, @{ Name = 'AwayAngle'; Value = 90 }
    ) {
        $more = @{ $Name = $Value }
        { Get-DriverState -LiteralPath $clip @more } | Should -Throw -ErrorId 'InvalidOption*' -ExpectedMessage "$Name*"
    }

    It 'is what the command line gives' {
        $program = Join-Path (Split-Path $env:VIDEOTOOLS_TEST_MODULE) 'cli' ($IsWindows ? 'videotools.exe' : 'videotools')
        $rows = & $program driver $clip --skip-hands --calibration 5 --format csv | ConvertFrom-Csv
        $rows.State | Should -Be $states.State
        $file = Join-Path $TestDrive states.csv
        $states | Export-Csv $file
        $truth = Join-Path $TestDrive of-cli.json
        Set-Content $truth '{"ground_truth": {"drive [1].mp4": {"impaired_periods": [{"start_time": 8, "end_time": 12}]}}}'
        (& $program evaluate $file --truth $truth --format csv | ConvertFrom-Csv).DetectedPeriodCount | Should -Be 1
        (& $program driver $clip --skip-hands --calibration 5 --alerts --format csv | ConvertFrom-Csv).State | Should -Be 'ABSENT'
    }
}

Describe 'Get-DriverState -Source' -Skip:(-not $hasPipes) {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'TestClip.ps1')
        Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
        $program = Join-Path (Split-Path $env:VIDEOTOOLS_TEST_MODULE) 'cli' ($IsWindows ? 'videotools.exe' : 'videotools')
        $photograph = Join-Path $PSScriptRoot '..' '..' '.assets' '@vladmandic' 'face-api' 'sample6.jpg' | Resolve-Path | ForEach-Object Path
        $loop = Join-Path $TestDrive 'driver.ts'
        ffmpeg -v error -nostdin -y -loop 1 -framerate 10 -t 4 -i $photograph -vf 'scale=1280:1024,crop=220:240:738:196,scale=640:-2,crop=640:480,setsar=1,format=yuv420p' `
            -c:v libx264 -preset ultrafast -crf 18 -g 10 ('file:' + $loop)
        if ($LASTEXITCODE -ne 0) { throw "ffmpeg could not make $loop" }
        $cameras = [Collections.Generic.List[Diagnostics.Process]]::new()

        # A driver who sits before the camera for as long as the test wants.
        function Start-Camera {
            $pipe = Join-Path $TestDrive "cabin $($cameras.Count)"
            mkfifo $pipe
            $start = [Diagnostics.ProcessStartInfo]::new('ffmpeg', [string[]]@(
                    '-v', 'quiet', '-nostdin', '-y', '-re', '-stream_loop', '-1', '-i', $loop, '-c', 'copy', '-f', 'mpegts', $pipe))
            $cameras.Add([Diagnostics.Process]::Start($start))
            $pipe
        }
    }

    AfterAll {
        $cameras.Where({ -not $_.HasExited }) | ForEach-Object Kill
    }

    It 'gives states until the time is over' {
        $camera = Start-Camera
        $states = @(Get-DriverState -Source $camera -SkipHand -Duration 12)
        $states.Count | Should -BeGreaterThan 3
        $states.FullName | Select-Object -Unique | Should -Be $camera
        $states.State | Select-Object -Unique | Should -Be 'AWAKE'
        [DateTimeOffset]$states[-1].ClockTime | Should -BeGreaterThan ([DateTimeOffset]::UtcNow.AddMinutes(-5))
        [DateTimeOffset]$states[-1].ClockTime | Should -BeGreaterThan ([DateTimeOffset]$states[0].ClockTime)
        $states | Get-VideoAlert | Should -BeNullOrEmpty
    }

    It 'stops the decoder with Select-Object -First 1' {
        (Get-DriverState -Source (Start-Camera) -SkipHand | Select-Object -First 1).State | Should -Be 'AWAKE'
        Get-DecoderChild | Where-Object { $_.Id -notin $cameras.Id } | Should -BeNullOrEmpty
    }

    It 'is what the command line does, too' {
        $camera = Start-Camera
        $rows = @(& $program driver --source $camera --skip-hands --duration 12 --format csv | ConvertFrom-Csv)
        $rows.Count | Should -BeGreaterThan 3
        $rows.State | Select-Object -Unique | Should -Be 'AWAKE'
        $rows.FullName | Select-Object -Unique | Should -Be $camera
        $first = @(& $program driver --source (Start-Camera) --skip-hands --format csv | Select-Object -First 2 | ConvertFrom-Csv)
        $first.State | Should -Be 'AWAKE'
    }
}
