BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $clip = Join-Path $TestDrive 'clip.mp4'
    New-TestClip $clip
    Set-Content (Join-Path $TestDrive 'empty.mp4') '' -NoNewline
    Set-Content (Join-Path $TestDrive 'text.mp4') 'no video at all'
    ffmpeg -v error -nostdin -y -f lavfi -i 'sine=duration=1' ('file:' + (Join-Path $TestDrive 'sound.wav'))
    $bytes = [IO.File]::ReadAllBytes($clip)
    [IO.File]::WriteAllBytes((Join-Path $TestDrive 'noheader.mp4'), $bytes[1000..($bytes.Length - 1)])
}

Describe '<Command> and <File>' -ForEach @(
    foreach ($command in 'Get-VideoInfo', 'Get-VideoScene', 'Invoke-CropAnalysis', 'Get-VideoTemplate') {
        @{ Command = $command; File = 'missing.mp4'; Id = 'FileNotFound'; Category = 'ObjectNotFound' }
        @{ Command = $command; File = 'empty.mp4'; Id = 'FileEmpty'; Category = 'InvalidData' }
        @{ Command = $command; File = 'text.mp4'; Id = 'InvalidVideo'; Category = 'InvalidData' }
        @{ Command = $command; File = 'noheader.mp4'; Id = 'InvalidVideo'; Category = 'InvalidData' }
        @{ Command = $command; File = 'sound.wav'; Id = 'NoVideoStream'; Category = 'InvalidData' }
    }
) {
    It 'gives one error <Id> and goes on' {
        $bad = Join-Path $TestDrive $File
        $records = & $Command -LiteralPath $bad, $clip -ErrorAction SilentlyContinue -ErrorVariable problems
        @($records.FullName | Select-Object -Unique) | Should -Be $clip
        $problems.Count | Should -Be 1
        $problem = $problems[0]
        ($problem.FullyQualifiedErrorId -split ',')[0] | Should -Be $Id
        $problem.CategoryInfo.Category | Should -Be $Category
        $problem.TargetObject | Should -Be $bad
        $problem.Exception | Should -BeOfType ([VideoTools.VideoToolsException])
        $problem.Exception.Message | Should -Match ([regex]::Escape($File))
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        Get-DecoderChild | Should -BeNullOrEmpty
    }
}

Describe 'Errors' {
    It 'end the pipeline with -ErrorAction Stop, and the decoder with it' {
        { Get-VideoScene -LiteralPath (Join-Path $TestDrive 'text.mp4'), $clip -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidVideo*'
        Get-DecoderChild | Should -BeNullOrEmpty
    }

    It 'of a missing ffmpeg name the file as target and the way out' {
        $null = Get-VideoScene $clip -FfmpegDirectory $TestDrive -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'DecoderMissing'
        $problems[0].CategoryInfo.Category | Should -Be 'NotInstalled'
        $problems[0].TargetObject | Should -Be $clip
        $problems[0].ErrorDetails.RecommendedAction | Should -Match '-FfmpegDirectory'
    }

    It 'of a range outside of the video are RangeOutsideVideo' {
        $null = Invoke-CropAnalysis $clip -From 100 -ErrorAction SilentlyContinue -ErrorVariable problems
        ($problems.FullyQualifiedErrorId -split ',')[0] | Should -Be 'RangeOutsideVideo'
        $null = Get-VideoScene $clip -At 100 -ErrorAction SilentlyContinue -ErrorVariable problems
        ($problems.FullyQualifiedErrorId -split ',')[0] | Should -Be 'RangeOutsideVideo'
    }

    It 'of options end the command before any work: <Text>' -ForEach @(
        @{ Text = '-Scale 7'; Arguments = @{ Scale = 7 }; Id = 'InvalidOption*' }
        @{ Text = '-Grid 0'; Arguments = @{ Grid = 0 }; Id = 'ParameterArgumentValidationError*' }
        @{ Text = '-Aspect 9x16'; Arguments = @{ Aspect = '9x16' }; Id = 'CannotConvertArgument*' }
        @{ Text = '-From 1:30'; Arguments = @{ From = '1:30' }; Id = 'ParameterArgumentTransformationError*' }
        @{ Text = '-ThrottleLimit -1'; Arguments = @{ ThrottleLimit = -1 }; Id = 'ParameterArgumentValidationError*' }
    ) {
        { Invoke-CropAnalysis $clip @Arguments } | Should -Throw -ErrorId $Id
    }

    It 'name the known strategies' {
        { Invoke-CropAnalysis $clip -Grid 1 | Select-CropCandidate -Strategy nonsense } | Should -Throw '*Balanced*' -ErrorId 'UnknownStrategy*'
        $null = Get-CropStrategy nonsense -ErrorAction SilentlyContinue -ErrorVariable problems
        ($problems.FullyQualifiedErrorId -split ',')[0] | Should -Be 'UnknownStrategy'
    }

    It 'of objects that are no positions name what is missing' {
        $null = [pscustomobject]@{ FullName = 'x'; Index = 0 } | Select-CropCandidate -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].Exception.Message | Should -Match 'has no X'
    }
}

Describe 'A truncated file' {
    It 'gives what it has, with a warning and its Status' {
        # An index at the front lets a player start; then half of the frames are missing.
        $whole = Join-Path $TestDrive 'whole.mkv'
        ffmpeg -v error -nostdin -y -i ('file:' + $clip) -c copy ('file:' + $whole)
        $bytes = [IO.File]::ReadAllBytes($whole)
        $cut = Join-Path $TestDrive 'cut.mkv'
        [IO.File]::WriteAllBytes($cut, $bytes[0..[int]($bytes.Length / 2)])
        $template = Get-VideoTemplate $cut -WarningVariable warnings -WarningAction SilentlyContinue
        $template.Status | Should -Not -Be 'Ok'
        $template.FrameCount | Should -BeGreaterThan 0
        "$warnings" | Should -Match 'cut\.mkv'
    }
}
