BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')

    # Bars that stand still with a tone, a moving pattern in silence, and both again.
    $clip = Join-Path $TestDrive 'a [1].mp4'
    $sources = 'smptehdbars', 'testsrc2', 'rgbtestsrc', 'testsrc' | ForEach-Object { '-f', 'lavfi', '-i', "$_=size=320x180:rate=25:duration=2" }
    ffmpeg -v error -nostdin -y @sources -f lavfi -i "aevalsrc='0.2*sin(2764*t)*lt(mod(t,4),2)':s=48000:d=8" `
        -filter_complex '[0][1][2][3]concat=n=4,format=yuv420p[v]' -map '[v]' -map 4:a -c:v libx264 -preset ultrafast -c:a aac ('file:' + $clip)
    if ($LASTEXITCODE -ne 0) { throw "ffmpeg could not make $clip" }
    $mute = Join-Path $TestDrive 'mute.mp4'
    New-TestClip $mute -Seconds 4
    $broken = Join-Path $TestDrive 'broken.mp4'
    Set-Content $broken 'no video'
}

Describe 'Get-VideoActivity' {
    It 'tells still from moving and silent from loud scenes' {
        $activity = @(Get-VideoActivity -LiteralPath $clip)
        $activity.SceneIndex | Should -Be 1, 2, 3, 4
        $activity.StartFrame | Should -Be 0, 50, 100, 150
        $activity.End.TotalSeconds | Should -Be 2, 4, 6, 8
        $activity[1].Activity | Should -BeGreaterThan ($activity[0].Activity + 1)
        $activity.SilentShare | ForEach-Object { [math]::Round($_, 1) } | Should -Be 0, 1, 0, 1
    }

    It 'is dull by activity, by silence and by both' {
        $dull = { @(Get-VideoActivity -LiteralPath $clip @args).Where({ $_.IsDull }).Index }
        & $dull -DullPercentile 50 | Should -Be 1, 3
        & $dull -DullBy Silence | Should -Be 2, 4
        & $dull -DullBy Both -DullThreshold 200 | Should -Be 2, 4
        (Get-VideoActivity -LiteralPath $clip -DullBy Silence -MaximumSpeed 3).Speed | Measure-Object -Maximum |
            ForEach-Object Maximum | Should -BeLessOrEqual 3
    }

    It 'takes the length of segments as <Length>' -ForEach @(
        @{ Length = 4 }, @{ Length = '4' }, @{ Length = [timespan]'00:00:04' }, @{ Length = '00:00:04' }
    ) {
        $activity = @(Get-VideoActivity -LiteralPath $clip -SegmentLength $Length)
        $activity.StartSeconds | Should -Be 0, 4
        $activity.SceneIndex | Should -Be 0, 0
    }

    It 'refuses an unknown strategy and names those there are' {
        { Get-VideoActivity -LiteralPath $clip -Strategy Spatial } | Should -Throw -ErrorId 'UnknownStrategy*' -ExpectedMessage '*Balanced*Color Focus*'
    }

    It 'completes the names of strategies' {
        $line = 'Get-VideoActivity -Strategy V'
        (TabExpansion2 $line $line.Length).CompletionMatches[0].CompletionText | Should -Be "'Visual Detail'"
    }

    It 'refuses <Name> <Value>' -ForEach @(
        @{ Name = 'DullPercentile'; Value = 101 }, @{ Name = 'MaximumSpeed'; Value = 1.5 }, @{ Name = 'SegmentLength'; Value = 0 }
        @{ Name = 'DullThreshold'; Value = -1 }
    ) {
        $more = @{ $Name = $Value }
        { Get-VideoActivity -LiteralPath $clip @more } | Should -Throw -ErrorId 'InvalidOption*' -ExpectedMessage "$Name*"
    }

    It 'warns once where silence is asked for and there is no sound' {
        $activity = Get-VideoActivity $mute -DullBy Silence -WarningVariable warnings -WarningAction SilentlyContinue
        $activity.IsDull | Should -Not -Contain $true
        $activity[0].SilentShare | Should -BeNullOrEmpty
        @($warnings).Count | Should -Be 1
        "$warnings" | Should -Match 'no sound'
    }

    It 'goes on behind a broken file' {
        $activity = $mute, $broken, $mute | Get-VideoActivity -ErrorAction SilentlyContinue -ErrorVariable problems
        @($problems).Count | Should -Be 1
        @($activity).Count | Should -Be 2
    }

    It 'stops the decoder with Select-Object -First 1' {
        (1..3 | ForEach-Object { $mute } | Get-VideoActivity -NoCache | Select-Object -First 1).Index | Should -Be 1
        Get-DecoderChild | Should -BeNullOrEmpty
    }

    It 'survives a CSV file in <_>' -ForEach 'en-US', 'de-DE' {
        $activity = @(Get-VideoActivity -LiteralPath $clip -DullPercentile 50)
        $rows = @(Invoke-InCulture $_ { $activity | ConvertTo-Csv | ConvertFrom-Csv })
        foreach ($i in 0..3) {
            $row = $rows[$i]
            [VideoTools.RecordReader].GetMethods().Where({ $_.IsGenericMethod -and $_.Name -eq 'TryRead' })[0].MakeGenericMethod([VideoTools.VideoActivity]).Invoke(
                $null, ($arguments = @([Func[string, object]] { param($name) $row.$name }.GetNewClosure(), $null, $null))) | Should -BeTrue
            "$($arguments[1])" | Should -Be "$($activity[$i])"
        }
    }
}
