BeforeDiscovery {
    # Built with the other test projects.
    $root = Join-Path $PSScriptRoot '..' '..'
    $server = Get-ChildItem (Join-Path $root 'tests' 'VideoTools.TestServer' 'bin') -Recurse -Filter VideoTools.TestServer.dll -ErrorAction Ignore
    $missing = $IsWindows -or -not $server -or -not (Get-Command mkfifo, dotnet, ffmpeg -ErrorAction Ignore)
    if ($missing) { Write-Warning 'SKIPPED, NOT PASSED: live sources need mkfifo, dotnet and the test server' }
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $clip = Join-Path $TestDrive 'loop.ts'
    New-TestClip $clip -Seconds 4
    $program = Join-Path (Split-Path $env:VIDEOTOOLS_TEST_MODULE) 'cli' ($IsWindows ? 'videotools.exe' : 'videotools')
    $cameras = [Collections.Generic.List[Diagnostics.Process]]::new()

    # A clip that plays over and over, in real time, into a pipe.
    function Start-Camera {
        $pipe = Join-Path $TestDrive "camera $($cameras.Count)"
        mkfifo $pipe
        $start = [Diagnostics.ProcessStartInfo]::new('ffmpeg', [string[]]@(
                '-v', 'quiet', '-nostdin', '-y', '-re', '-stream_loop', '-1', '-i', $clip, '-c', 'copy', '-f', 'mpegts', $pipe))
        $cameras.Add([Diagnostics.Process]::Start($start))
        $pipe
    }

    function Start-ModelServer {
        $dll = Get-ChildItem (Join-Path $PSScriptRoot '..' 'VideoTools.TestServer' 'bin') -Recurse -Filter VideoTools.TestServer.dll |
            Where-Object FullName -NotMatch '[\\/]ref(int)?[\\/]' | Sort-Object LastWriteTime | Select-Object -Last 1
        $start = [Diagnostics.ProcessStartInfo]::new('dotnet', [string[]]@($dll.FullName))
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
        $process = [Diagnostics.Process]::Start($start)
        @{ Process = $process; Address = $process.StandardOutput.ReadLine().TrimEnd([char]'/') }
    }
}

AfterAll {
    $cameras.Where({ -not $_.HasExited }) | ForEach-Object Kill
    if ($server) {
        $server.Process.StandardInput.Close()
        $server.Process.WaitForExit(5000) | Out-Null
    }
}

Describe 'Invoke-VideoQuery -Source' -Skip:$missing {
    BeforeAll {
        $server = Start-ModelServer
        $ask = @{ Endpoint = "$($server.Address)/v1"; Model = 'test'; Prompt = 'What?' }
    }

    It 'asks about what is seen until the time is over, and passes over what is no source' {
        $camera = Start-Camera
        $records = @(Invoke-VideoQuery -Source 'http://admin:s3cret@camera/', $camera @ask -Duration 10 -IncludeMetric -ErrorAction SilentlyContinue -ErrorVariable problems)
        $answers = $records.Where({ $_ -is [VideoTools.VideoAnswer] })
        $answers.Count | Should -BeGreaterThan 1
        $answers.FullName | Select-Object -Unique | Should -Be $camera
        [DateTimeOffset]$answers[-1].ClockTime | Should -BeGreaterThan ([DateTimeOffset]::UtcNow.AddMinutes(-5))
        $answers[-1].FromCache | Should -BeFalse
        $records[-1] | Should -BeOfType VideoTools.VideoQueryMetric
        @($problems).Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'SourceInvalid*'
        "$($problems[0] | Format-List * -Force | Out-String)" | Should -Not -Match 's3cret'
        ($answers | ConvertTo-Csv | ConvertFrom-Csv | ConvertTo-VideoState)[-1].ClockTime | Should -Be $answers[-1].ClockTime
    }

    It 'stops the decoder with Select-Object -First 1' {
        (Invoke-VideoQuery -Source (Start-Camera) @ask | Select-Object -First 1).FullName | Should -Be (Join-Path $TestDrive "camera $($cameras.Count - 1)")
        Get-DecoderChild | Where-Object { $_.Id -notin $cameras.Id } | Should -BeNullOrEmpty
    }

    It 'is what the command line does, too' {
        $camera = Start-Camera
        $rows = @(& $program query --source $camera --endpoint $ask.Endpoint --model test --prompt 'What?' --format csv | Select-Object -First 3 | ConvertFrom-Csv)
        $rows.Count | Should -Be 2
        $rows.FullName | Select-Object -Unique | Should -Be $camera
        & $program query --source $camera --source other $clip --endpoint $ask.Endpoint --model test --prompt 'What?' 2>$null
        $LASTEXITCODE | Should -Be 2
        $env:PESTER_CAMERA = 'rtsp://admin:s3cret@127.0.0.1:9/'
        $said = & $program query --source env:PESTER_CAMERA --endpoint $ask.Endpoint --model test --prompt 'What?' 2>&1 | Out-String
        $LASTEXITCODE | Should -Be 1
        Remove-Item Env:PESTER_CAMERA
        $said | Should -Match 'rtsp://127.0.0.1:9/'
        $said | Should -Not -Match 's3cret'
    }

    It 'takes a pipe of the shell' {
        $rows = @(bash -c "ffmpeg -v quiet -nostdin -re -stream_loop -1 -i '$clip' -c copy -f mpegts - | '$program' query --source /dev/stdin --endpoint $($ask.Endpoint) --model test --prompt '?' --format csv" | Select-Object -First 2 | ConvertFrom-Csv)
        $rows.FullName | Should -Be '/dev/stdin'
    }
}

Describe 'Export-VideoCapture' -Skip:$missing {
    It 'writes a file that is whole, and nothing with -WhatIf' {
        $camera = Start-Camera
        $path = Join-Path $TestDrive 'door.mp4'
        Export-VideoCapture $camera $path -Duration 4 -WhatIf
        Test-Path -LiteralPath $path | Should -BeFalse
        $file = Export-VideoCapture $camera $path -Duration 4
        $file | Should -BeOfType IO.FileInfo
        ($file | Get-VideoInfo).VideoCodec | Should -Be 'h264'
        @(Get-ChildItem $TestDrive -Force -Filter '.videotools-*').Count | Should -Be 0
    }

    It 'gives records of pieces' {
        $pieces = @(Export-VideoCapture (Start-Camera) (Join-Path $TestDrive 'pieces' 'day.mkv') -SegmentDuration 1 -PassThru | Select-Object -First 2)
        $pieces.Name | Should -Be 'day_001.mkv', 'day_002.mkv'
        $pieces.Encoder | Select-Object -Unique | Should -Be 'copy'
    }

    It 'overwrites with -Force alone, also from the command line' {
        $path = Join-Path $TestDrive 'mine.mp4'
        Set-Content -LiteralPath $path 'mine'
        Export-VideoCapture (Start-Camera) $path -Duration 3 -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'OutputExists*'
        Get-Content -LiteralPath $path | Should -Be 'mine'
        $row = & $program capture (Start-Camera) --output $path --duration 4 --force --format csv | ConvertFrom-Csv
        $row.FullName | Should -Be $path
        (Get-VideoInfo -LiteralPath $path).VideoCodec | Should -Be 'h264'
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'a container that is none'; Id = 'InvalidOption*'; More = @{ Source = 'rtsp://127.0.0.1:9/'; Path = 'a.txt' } }
        @{ Name = 'no time at all'; Id = 'InvalidOption*'; More = @{ Source = 'rtsp://127.0.0.1:9/'; Path = 'a.mp4'; Duration = 0 } }
        @{ Name = 'a scheme'; Id = 'SourceInvalid*'; More = @{ Source = 'http://127.0.0.1:9/'; Path = 'a.mp4' } }
        @{ Name = 'nobody there'; Id = 'SourceUnreachable*'; More = @{ Source = 'rtsp://admin:s3cret@127.0.0.1:9/'; Path = 'a.mp4' } }
    ) {
        { Export-VideoCapture @More -ErrorAction Stop } | Should -Throw -ErrorId $Id -PassThru |
            ForEach-Object { "$($_ | Format-List * -Force | Out-String)" | Should -Not -Match 's3cret' }
    }
}
