BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $program = Join-Path (Split-Path $env:VIDEOTOOLS_TEST_MODULE) 'cli' ($IsWindows ? 'videotools.exe' : 'videotools')
    $folder = New-Item -ItemType Directory (Join-Path $TestDrive 'films [1]')
    $clips = 'a', 'b', 'c', 'd' | ForEach-Object { Join-Path $folder "$_.mp4" }
    0..3 | ForEach-Object { New-TestClip $clips[$_] -Seconds (3 + $_) -Size 160x90 }
    Set-Content -LiteralPath (Join-Path $folder 'b broken.mp4') 'no video'
    $job = Join-Path $TestDrive 'job'
    $submitted = Get-ChildItem -LiteralPath $folder | Submit-VideoJob -Scene -NoCache -JobDirectory $job -Scheduler Local -TaskCount 2
}

Describe 'A job' {
    It 'is one record that says how far it is' {
        $submitted | Should -HaveCount 1
        $submitted.State | Should -Be 'Done'
        $submitted.FileCount, $submitted.FilesDone, $submitted.FilesFailed, $submitted.PartCount | Should -Be 5, 5, 1, 2
        $submitted.VideoSeconds | Should -Be 18
        ($submitted | Get-VideoJob).FilesDone | Should -Be 5
        $parts = @(Get-VideoJob $job -Part)
        $parts.Part | Should -Be 1, 2
        ($parts.FileCount | Measure-Object -Sum).Sum | Should -Be 5
        $parts.State | Should -Be 'Done', 'Done'
    }

    It 'gives the records of the cmdlet in the order of the files, with an error for the broken one between good ones' {
        $single = @(Get-ChildItem -LiteralPath $folder | Get-VideoScene -NoCache -ErrorAction SilentlyContinue -ErrorVariable expected)
        $received = @(Receive-VideoJob $job -ErrorAction SilentlyContinue -ErrorVariable problems)
        $received.Count | Should -BeGreaterThan 7
        ($received | ConvertTo-Csv) -join "`n" | Should -BeExactly (($single | ConvertTo-Csv) -join "`n")
        $received[0] | Should -BeOfType ([VideoTools.VideoScene])
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidVideo*'
        $problems[0].TargetObject | Should -Be $expected[0].TargetObject
        $problems[0].ErrorDetails.Message | Should -Be $expected[0].ErrorDetails.Message
    }

    It 'gives what the command line gives' {
        $rows = @(& $program receive $job --format csv 2>$null | ConvertFrom-Csv)
        $LASTEXITCODE | Should -Be 1
        $own = @(Invoke-InCulture '' { Receive-VideoJob $job -ErrorAction SilentlyContinue | ConvertTo-Csv } | ConvertFrom-Csv)
        $rows.Count | Should -Be $own.Count
        foreach ($column in $rows[0].PSObject.Properties.Name) { $rows.$column | Should -Be $own.$column -Because $column }
        (& $program job $job --format csv | ConvertFrom-Csv).FilesDone | Should -Be 5
    }

    It 'goes on in the pipeline, and stops there' {
        @(Receive-VideoJob $job -ErrorAction Ignore | Select-Object -First 2).Count | Should -Be 2
        Receive-VideoJob $job -ErrorAction Ignore -Wait | Export-Csv (Join-Path $TestDrive 'scenes.csv')
        (Import-Csv (Join-Path $TestDrive 'scenes.csv'))[0].FullName | Should -Be $clips[0]
    }

    It 'takes files that were added, once' {
        $again = Join-Path $TestDrive 'added'
        $null = Submit-VideoJob -LiteralPath $clips[0] -Scene -NoCache -JobDirectory $again -Scheduler Local
        $state = Resume-VideoJob $again -InputPath ([wildcardpattern]::Escape($clips[0])), ([wildcardpattern]::Escape($clips[1]))
        $state.FileCount, $state.FilesDone | Should -Be 2, 2
        (Receive-VideoJob $again).FullName | Select-Object -Unique | Should -Be $clips[0, 1]
        (Resume-VideoJob $again).PartCount | Should -Be $state.PartCount
    }

    It 'is cut by the lengths of piped records' {
        $cut = Join-Path $TestDrive 'cut'
        $null = Get-VideoInfo -LiteralPath $clips | Submit-VideoJob -Scene -NoCache -JobDirectory $cut -Scheduler Local -TaskCount 2
        $lines = Get-Content (Join-Path $cut 'manifest-001.ndjson') | ConvertFrom-Json
        $lines.Seconds | Should -Be 3, 4, 5, 6
        $lines[0].Width | Should -Be 160
    }

    It 'is stopped, and stays stopped until it is resumed' {
        (Stop-VideoJob $job).State | Should -Be 'Done'
        & $program run-part $job 1 2>$null
        $LASTEXITCODE | Should -Be 0
    }
}

Describe 'Submit-VideoJob' {
    It 'shows the script with -WhatIf, and writes nothing' {
        $none = Join-Path $TestDrive 'none'
        $text = Submit-VideoJob -LiteralPath $clips -Template -Option @{ SkipText = $true; Speech = @{ Model = 'Tiny' } } -JobDirectory $none -CpusPerTask 3 `
            -TimeLimit 1:00:00 -ExtraArgument '--account=film' -WhatIf 6>&1 | Out-String
        $text | Should -Match '#SBATCH --cpus-per-task=3'
        $text | Should -Match '#SBATCH --time=60'
        $text | Should -Match '#SBATCH --account=film'
        $text | Should -Match 'run-part'
        Test-Path $none | Should -BeFalse
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'no analysis'; Arguments = @{}; Id = 'InvalidOption'; Text = 'Name one analysis' }
        @{ Name = 'two analyses'; Arguments = @{ Scene = $true; Text = $true }; Id = 'InvalidOption'; Text = 'Name one analysis' }
        @{ Name = 'an option that is none'; Arguments = @{ Scene = $true; Option = @{ Treshold = 3 } }; Id = 'InvalidOption'; Text = "no option 'Treshold'" }
        @{ Name = 'a folder that holds a job'; Arguments = @{ Scene = $true; JobDirectory = 'job' }; Id = 'OutputExists'; Text = 'holds a job' }
    ) {
        $all = @{ LiteralPath = $clips[0]; JobDirectory = 'new'; Scheduler = 'Local' } + @{}
        foreach ($name in $Arguments.Keys) { $all[$name] = $Arguments[$name] }
        $all.JobDirectory = Join-Path $TestDrive $all.JobDirectory
        $problem = { Submit-VideoJob @all } | Should -Throw -PassThru
        $problem.FullyQualifiedErrorId | Should -BeLike "$Id*"
        "$problem" | Should -Match $Text
        Test-Path (Join-Path $TestDrive 'new') | Should -BeFalse
    }

    It 'without Slurm says what is missing, and what else there is' -Skip:([bool] (Get-Command sbatch -ErrorAction Ignore)) {
        $problem = { Submit-VideoJob -LiteralPath $clips[0] -Scene -JobDirectory (Join-Path $TestDrive 'slurm') } | Should -Throw -PassThru
        $problem.FullyQualifiedErrorId | Should -BeLike 'SchedulerMissing*'
        $problem.ErrorDetails.RecommendedAction | Should -Match '-Scheduler Local'
    }

    It 'says that a folder holds no job' {
        Get-VideoJob $folder.FullName -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'JobInvalid*'
    }
}
