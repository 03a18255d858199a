BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $short = Join-Path $TestDrive 'short.mp4'
    $long = Join-Path $TestDrive 'long.mp4'
    New-TestClip $short
    New-TestClip $long -Seconds 90 -Size '1280x720'
}

Describe 'Stopping' {
    It 'ends the decoder when Select-Object -First has enough' {
        $scene = Get-VideoScene $long | Select-Object -First 1
        Get-DecoderChild | Should -BeNullOrEmpty
        $scene.Index | Should -Be 1
    }

    It 'ends all decoders when several files are under way' {
        $scene = 1..4 | ForEach-Object { $long } | Get-VideoScene -ThrottleLimit 4 | Select-Object -First 1
        Get-DecoderChild | Should -BeNullOrEmpty
        $scene.Index | Should -Be 1
    }

    It 'ends the decoder when a command further down fails' {
        { Get-VideoScene $long | ForEach-Object { throw 'downstream' } } | Should -Throw 'downstream'
        Get-DecoderChild | Should -BeNullOrEmpty
    }

    It 'ends the decoder when the pipeline is stopped (Ctrl+C)' {
        $shell = [powershell]::Create()
        try {
            $module = Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1'
            $null = $shell.AddScript("Import-Module '$module'; Invoke-CropAnalysis '$long'")
            $run = $shell.BeginInvoke()
            $waited = [System.Diagnostics.Stopwatch]::StartNew()
            while (-not (Get-DecoderChild | Where-Object Name -EQ 'ffmpeg') -and $waited.Elapsed.TotalSeconds -lt 20) { Start-Sleep -Milliseconds 20 }
            Get-DecoderChild | Should -Not -BeNullOrEmpty
            $shell.Stop()
            Get-DecoderChild | Should -BeNullOrEmpty
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        }
        finally {
            $shell.Dispose()
        }
    }

    It 'ends the decoder when -At is answered' {
        $scene = Get-VideoScene $long -At 1
        Get-DecoderChild | Should -BeNullOrEmpty
        $scene.Start.TotalSeconds | Should -BeLessOrEqual 1
        $scene.End.TotalSeconds | Should -BeGreaterThan 1
    }
}

Describe 'Records' {
    It 'come while the file is still being read' {
        $alive = Get-VideoScene $long | Select-Object -First 1 | ForEach-Object { (Get-DecoderChild).Count }
        $alive | Should -BeGreaterThan 0
    }

    It 'come in input order, a slow file first' {
        $files = (Get-VideoScene -Path $long, $short, $short -ThrottleLimit 3).FullName
        $files[-1] | Should -Be $short
        [array]::LastIndexOf($files, $long) | Should -BeLessThan ([array]::IndexOf($files, $short))
    }

    It 'are the same whatever the throttle and the order' {
        $expected = $short, $short | Get-VideoScene -ThrottleLimit 1 | ForEach-Object { "$_" } | Sort-Object
        $short, $short | Get-VideoScene -ThrottleLimit 4 -Unordered | ForEach-Object { "$_" } | Sort-Object | Should -Be $expected
    }

    It 'cover the video without a gap' {
        $scenes = @(Get-VideoScene $short)
        $scenes.Start.TotalSeconds | Should -Be @(0, 2, 4)
        $scenes.End.TotalSeconds | Should -Be @(2, 4, 6)
        $scenes.EndFrame | Should -Be @(50, 100, 150)
    }

    It 'count one position a cell of the grid' {
        @(Invoke-CropAnalysis $short -Aspect 9:16 -Grid 3 -Scale 0.75).Count | Should -Be 9
    }

    It 'follow -Scene' {
        $positions = @(Invoke-CropAnalysis $short -Grid 1 -Scene 1, 2)
        $positions.Count | Should -Be 2
        $positions[1].Start | Should -Be $positions[0].End
    }
}

Describe 'Progress' {
    It 'is shown at most five times a second and taken away at the end' {
        $shell = [powershell]::Create()
        try {
            $module = Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1'
            $clock = [System.Diagnostics.Stopwatch]::StartNew()
            $null = $shell.AddScript("Import-Module '$module'; Invoke-CropAnalysis '$long' | Out-Null").Invoke()
            $seconds = $clock.Elapsed.TotalSeconds
            $records = @($shell.Streams.Progress | Where-Object Activity -EQ 'Invoke-CropAnalysis')
            $records.Count | Should -BeGreaterThan 1
            $records.Count | Should -BeLessOrEqual (5 * $seconds + 2)
            $records[0].StatusDescription | Should -Match '^file 1 of 1: long\.mp4'
            $records[-1].RecordType | Should -Be 'Completed'
        }
        finally {
            $shell.Dispose()
        }
    }
}
