BeforeDiscovery {
    # Built with the other test projects.
    $root = Join-Path $PSScriptRoot '..' '..'
    $server = Get-ChildItem (Join-Path $root 'tests' 'VideoTools.TestServer' 'bin') -Recurse -Filter VideoTools.TestServer.dll -ErrorAction Ignore |
        Where-Object FullName -NotMatch '[\\/]ref(int)?[\\/]' | Sort-Object LastWriteTime | Select-Object -Last 1
    $missing = -not $server -or -not (Get-Command dotnet -ErrorAction Ignore)
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    Remove-Item Env:VIDEOTOOLS_API_KEY -ErrorAction Ignore
    $clip = Join-Path $TestDrive 'drive [1].mp4'
    New-TestClip $clip -Seconds 6
    $other = Join-Path $TestDrive 'other.mp4'
    New-TestClip $other -Seconds 4
    $broken = Join-Path $TestDrive 'broken.mp4'
    Set-Content -LiteralPath $broken 'no video'

    # A server that speaks the real protocols, in a process of its own.
    function Start-ModelServer {
        $dll = Get-ChildItem (Join-Path $PSScriptRoot '..' 'VideoTools.TestServer' 'bin') -Recurse -Filter VideoTools.TestServer.dll |
            Where-Object FullName -NotMatch '[\\/]ref(int)?[\\/]' | Sort-Object LastWriteTime | Select-Object -Last 1
        $start = [Diagnostics.ProcessStartInfo]::new('dotnet', [string[]]@($dll.FullName))
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
        $process = [Diagnostics.Process]::Start($start)
        @{ Process = $process; Address = $process.StandardOutput.ReadLine().TrimEnd([char]"/") }
    }

    function Set-ModelScript([hashtable] $Script) {
        Invoke-RestMethod -NoProxy "$($server.Address)/script" -Method Put -Body ($Script | ConvertTo-Json -Depth 5) -ContentType 'application/json' | Out-Null
    }

    function Get-ModelCall { Invoke-RestMethod -NoProxy "$($server.Address)/calls" }

    $answers = [ordered]@{
        'LOW, MODERATE' = 'HIGH: the eyes stay closed.'
        'In what state' = '{"state": "SLEEPY", "evidence": "the eyes stay closed"}'
    }
    $drowsy = @{ Answers = $answers; Default = 'A driver.' }
}

AfterAll {
    if ($server) {
        $server.Process.StandardInput.Close()
        $server.Process.WaitForExit(5000) | Out-Null
    }
}

Describe 'Invoke-VideoQuery' -Skip:$missing {
    BeforeAll {
        $server = Start-ModelServer
        $ask = @{ Endpoint = "$($server.Address)/v1"; Model = 'test' }
    }

    BeforeEach { Set-ModelScript $drowsy }

    It 'asks the questions of the driver over <Api> and gives them in order of time' -ForEach @(@{ Api = 'OpenAI'; Path = '/v1' }, @{ Api = 'Ollama'; Path = '/api' }) {
        $records = @(Invoke-VideoQuery -LiteralPath $clip -Endpoint "$($server.Address)$Path" -Api $Api -Model test -Profile Driver)
        $records.Count | Should -Be 15
        $records.SequenceIndex | Select-Object -Unique | Should -Be 1, 2, 3
        $records[0..4].Question | Should -Be 'face_state', 'attention', 'hands', 'impairment', 'scene'
        $records.Status | Select-Object -Unique | Should -Be 'Ok'
        $records[0].State | Should -Be 'SLEEPY'
        $records[0].Level | Should -Be 'High'
        $records[3].Level | Should -Be 'High'
        $records[0].PromptTokens | Should -Be 100
        $calls = Get-ModelCall
        $calls.Count | Should -Be 15
        $calls | ForEach-Object { $_.pictures.Count } | Select-Object -Unique | Should -Be 5
    }

    It 'becomes states, alerts and pictures of them' {
        $alert = Invoke-VideoQuery -LiteralPath $clip @ask -Profile driver | ConvertTo-VideoState |
            Get-VideoAlert -EvidencePath (Join-Path $TestDrive evidence)
        $alert.Level | Should -Be 'High'
        $alert.SequenceCount | Should -Be 3
        $alert.StartSeconds, $alert.EndSeconds | Should -Be 0, 6
        $alert.State, $alert.Reason | Should -Be 'SLEEPY', 'the eyes stay closed'
        $alert.EvidenceFiles.Count | Should -Be 8
        $alert.EvidenceFiles | ForEach-Object { Test-Path -LiteralPath $_ | Should -BeTrue }
    }

    It 'goes on behind a broken file in a pipeline' {
        $records = $clip, $broken, $other | Get-Item -LiteralPath { $_ } |
            Invoke-VideoQuery @ask -Prompt 'What?' -ErrorAction SilentlyContinue -ErrorVariable problems
        @($problems).Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidVideo*'
        $records.Count | Should -Be 5
        $records.FullName | Select-Object -Unique | Should -Be $clip, $other
    }

    It 'stops the decoder and the calls with Select-Object -First 1' {
        Set-ModelScript @{ DelaySeconds = 0.2 }
        (1..3 | ForEach-Object { $other } | Invoke-VideoQuery @ask -Prompt 'What?' | Select-Object -First 1).SequenceIndex | Should -Be 1
        Get-DecoderChild | Should -BeNullOrEmpty
        (Get-ModelCall).Count | Should -BeLessThan 6
    }

    It 'says Unavailable, and never Low, where nobody answers' {
        $states = Invoke-VideoQuery -LiteralPath $other -Endpoint http://127.0.0.1:9 -Model test -Profile driver -RetryCount 0 | ConvertTo-VideoState
        $states.Status | Select-Object -Unique | Should -Be 'Unavailable'
        $states.Level | Select-Object -Unique | Should -Be 'Unknown'
        $states | Get-VideoAlert | Should -BeNullOrEmpty
        ($states | Get-VideoAlert -IncludeUnknown).Level | Should -Be 'Unknown'
    }

    It 'repeats what fails and tells it with -Verbose' {
        Set-ModelScript @{ Faults = @(@{ Kind = 'Status'; Status = 503 }, @{ Kind = 'Cut' }) }
        $records = Invoke-VideoQuery -LiteralPath $other @ask -Prompt 'What?' -IncludeMetric -Verbose 4>&1
        $metric = $records.Where({ $_ -is [VideoTools.VideoQueryMetric] })[0]
        $metric.RetryCount | Should -Be 2
        $metric.FramesEncoded | Should -Be $metric.FramesSent
        $records.Where({ $_ -is [VideoTools.VideoAnswer] }).Status | Select-Object -Unique | Should -Be 'Ok'
        "$($records.Where({ $_ -is [System.Management.Automation.VerboseRecord] }))" | Should -Match 'Bottleneck: '
    }

    It 'takes the key from <From> and shows it nowhere' -ForEach @(@{ From = 'a credential' }, @{ From = 'the environment' }, @{ From = 'a secret' }) {
        $key = 'sk-pester-0815'
        Set-ModelScript @{ Key = $key }
        $more = @{}
        switch ($From) {
            'a credential' { $more.Credential = [pscredential]::new('any', (ConvertTo-SecureString $key -AsPlainText -Force)) }
            'the environment' { $env:VIDEOTOOLS_API_KEY = $key }
            'a secret' {
                New-Module Microsoft.PowerShell.SecretManagement { function Get-Secret { param($Name, [switch] $AsPlainText) if ($Name -eq 'k') { 'sk-pester-0815' } } } |
                    Import-Module -Global
                $more.SecretName = 'k'
            }
        }

        try {
            $said = Invoke-VideoQuery -LiteralPath $other @ask @more -Prompt 'What?' -IncludeMetric -Verbose -Debug *>&1
            Set-ModelScript @{ Key = 'another' }
            $said += Invoke-VideoQuery -LiteralPath $other @ask @more -Prompt 'What?' -Verbose *>&1
        }
        finally {
            Remove-Item Env:VIDEOTOOLS_API_KEY -ErrorAction Ignore
            Remove-Module Microsoft.PowerShell.SecretManagement -ErrorAction Ignore
        }

        $said.Where({ $_ -is [VideoTools.VideoAnswer] }).Status | Should -Be 'Ok', 'Ok', 'Unavailable', 'Unavailable'
        ($said | Format-List * | Out-String -Width 1000) + ($said | Out-String) + ($said | ConvertTo-Json -Depth 3) | Should -Not -Match 'pester-0815'
    }

    It 'refuses <Name> before any file is read' -ForEach @(
        @{ Name = 'Prompt'; More = @{} }, @{ Name = 'both'; More = @{ Prompt = 'a'; Profile = 'driver' } }
        @{ Name = 'two profiles'; More = @{ ProfilePath = 'a.json'; Profile = 'driver' } }
        @{ Name = 'an interval'; More = @{ Prompt = 'a'; Interval = 0 } }, @{ Name = 'a temperature'; More = @{ Prompt = 'a'; Temperature = 9 } }
        @{ Name = 'a secret'; More = @{ Prompt = 'a'; SecretName = 'none' } }
    ) {
        { Invoke-VideoQuery -LiteralPath $clip @ask @More } | Should -Throw -ErrorId 'InvalidOption*'
    }

    It 'refuses a profile that is none and names those there are' {
        { Invoke-VideoQuery -LiteralPath $clip @ask -Profile pilot } | Should -Throw -ErrorId 'ProfileInvalid*'
        $line = 'Invoke-VideoQuery -Profile d'
        (TabExpansion2 $line $line.Length).CompletionMatches[0].CompletionText | Should -Be 'driver'
    }

    It 'survives a CSV file in <_>' -ForEach 'en-US', 'de-DE' {
        $records = @(Invoke-VideoQuery -LiteralPath $clip @ask -Profile driver)
        $states = @($records | ConvertTo-VideoState)
        $truth = Join-Path $TestDrive truth.json
        Set-Content $truth '{"ground_truth": {"drive [1].mp4": {"impaired_periods": [{"start_time": 0, "end_time": 3}]}}}'
        $there = Invoke-InCulture $_ {
            $rows = $records | ConvertTo-Csv | ConvertFrom-Csv | ConvertTo-VideoState | ConvertTo-Csv | ConvertFrom-Csv
            $rows | Get-VideoAlert
            $rows | Measure-VideoAlert $truth
        }
        "$($there[0])" | Should -Be "$($states | Get-VideoAlert)"
        "$($there[1])" | Should -Be "$($states | Measure-VideoAlert $truth)"
        $there[1].TruePositive, $there[1].FalsePositive | Should -Be 2, 1
    }

    It 'takes JSON and refuses a mixed-up order' {
        $records = @(Invoke-VideoQuery -LiteralPath $clip @ask -Profile driver)
        $again = $records | ConvertTo-Json -Depth 4 | ConvertFrom-Json | ConvertTo-VideoState
        $again.State | Should -Be 'SLEEPY', 'SLEEPY', 'SLEEPY'
        $records[10], $records[0] | ConvertTo-VideoState -ErrorAction SilentlyContinue -ErrorVariable problems | Should -HaveCount 1
        $problems[0].Exception.Message | Should -Match 'order of time'
    }

    It 'keeps answers where results are kept' {
        $folder = Join-Path $TestDrive kept
        $env:VIDEOTOOLS_CACHE, $before, $env:VIDEOTOOLS_CACHE_MB = $folder, $env:VIDEOTOOLS_CACHE_MB, 10
        try {
            Invoke-VideoQuery -LiteralPath $other @ask -Prompt 'Kept?' | Out-Null
            $again = Invoke-VideoQuery -LiteralPath $other @ask -Prompt 'Kept?'
            (Get-VideoCache).Analysis | Select-Object -Unique | Should -Be 'Answer'
        }
        finally {
            $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB = $null, $before
        }

        $again.FromCache | Should -Be $true, $true
        (Get-ModelCall).Count | Should -Be 2
    }

    It 'is what the command line gives, as answers, states, alerts and evaluation' {
        $program = Join-Path (Split-Path $env:VIDEOTOOLS_TEST_MODULE) 'cli' ($IsWindows ? 'videotools.exe' : 'videotools')
        $arguments = 'query', $clip, '--endpoint', $ask.Endpoint, '--model', 'test', '--profile', 'driver', '--no-cache'
        $answers = @(Invoke-VideoQuery -LiteralPath $clip @ask -Profile driver -NoCache)
        $file = Join-Path $TestDrive 'answers.csv'
        & $program @arguments --format csv > $file
        $rows = Import-Csv $file
        $same = 'FullName', 'SequenceIndex', 'Question', 'Kind', 'Answer', 'State', 'Level', 'Status', 'FrameTimes', 'PromptTokens', 'Model'
        ($rows | Select-Object $same | ConvertTo-Csv) -join "`n" | Should -Be (($answers | ConvertTo-Csv | ConvertFrom-Csv | Select-Object $same | ConvertTo-Csv) -join "`n")
        (& $program @arguments --give states --format csv | ConvertFrom-Csv).Level | Should -Be ($answers | ConvertTo-VideoState).Level
        (& $program @arguments --give alerts --format csv | ConvertFrom-Csv).Reason | Should -Be 'the eyes stay closed'

        $truth = Join-Path $TestDrive 'clips.json'
        Set-Content $truth '{"ground_truth": {"drive [1].mp4": {"impaired_periods": [{"start_time": 2, "end_time": "00:00:05"}]}}}'
        $evaluated = & $program evaluate $file --truth $truth --output-directory $TestDrive --format csv | ConvertFrom-Csv
        $evaluated.TruePositive, $evaluated.FalsePositive, $evaluated.Recall | Should -Be '2', '1', '1'
        Test-Path -LiteralPath (Join-Path $TestDrive 'drive [1]_evaluation.json') | Should -BeTrue
        & $program query $clip --model m 2>$null
        $LASTEXITCODE | Should -Be 2
    }
}
