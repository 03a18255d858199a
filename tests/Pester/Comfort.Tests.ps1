# What makes the prompt comfortable: completion, messages for what is missing, -Verbose, progress, Ctrl+C.
BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    $manifest = Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1'
    Import-Module $manifest
    $clip = Join-Path $TestDrive 'clip.mp4'
    New-TestClip $clip -Seconds 4

    # Many frames to read, few to decode: models have work for long.
    $busy = Join-Path $TestDrive 'busy.mp4'
    New-TestClip $busy -Seconds 60 -Size '640x360'
    $before = $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB

    function Get-Completion([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches }
}

AfterAll {
    $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB = $before
}

Describe 'Completion' {
    BeforeAll {
        Push-Location $TestDrive
        Set-Content posts.csv "video_id,title,Clip Name`n1,a,b"
        Set-Content mine.json '{}'
    }

    AfterAll { Pop-Location }

    It 'of "<Line>" offers <First>' -ForEach @(
        @{ Line = 'Get-VideoModel whisper-b'; First = 'whisper-base' }
        @{ Line = 'Initialize-VideoModel -Name MINI'; First = 'minilm-l6' }
        @{ Line = 'Optimize-VideoModel a.mp4 -Model sf'; First = 'sface-2021dec' }
        @{ Line = 'Get-VideoTranscript a.mp4 -Language d'; First = 'de' }
        @{ Line = 'Get-VideoTemplate a.mp4 -Language fr'; First = 'fr' }
        @{ Line = 'Get-VideoTaxonomy web_'; First = 'web_dev' }
        @{ Line = 'Get-VideoTaxonomy -TaxonomyPath you'; First = 'youtube' }
        @{ Line = 'Get-VideoNiche -Text a -TaxonomyPath mi'; First = 'mine.json' }
        @{ Line = 'Measure-VideoNiche templates -Niche te'; First = 'tech' }
        @{ Line = 'Compare-VideoNiche templates -Niche tech -OtherNiche fin'; First = 'finance' }
        @{ Line = 'Get-VideoNicheRecommendation templates -Niche fi'; First = 'finance' }
        @{ Line = 'Invoke-CropAnalysis a.mp4 -Aspect 9'; First = '9:16' }
        @{ Line = 'Get-CropPath a.mp4 -Aspect 4'; First = '4:5' }
        @{ Line = 'Export-VideoCrop a.mp4 -Aspect 1'; First = '1:1' }
        @{ Line = 'Import-VideoMetadata posts.csv -JoinColumn ti'; First = 'title' }
        @{ Line = 'Import-VideoMetadata posts.csv -JoinColumn c'; First = "'Clip Name'" }
        @{ Line = 'Get-VideoNiche a.mp4 -MetadataPath posts.csv -JoinColumn vid'; First = 'video_id' }
        @{ Line = 'Compare-VideoNiche templates -EngagementColumn View'; First = 'ViewCount' }
        @{ Line = 'Export-VideoCrop a.mp4 -Encoder libx26'; First = 'libx264' }
        @{ Line = 'Select-CropCandidate -Strategy Mot'; First = "'Motion Priority'" }
        @{ Line = 'Invoke-VideoQuery a.mp4 -Profile dr'; First = 'driver' }
    ) {
        (Get-Completion $Line)[0].CompletionText | Should -Be $First
    }

    It 'of keys and videos offers what is kept' {
        $env:VIDEOTOOLS_CACHE = Join-Path $TestDrive 'cache'
        $env:VIDEOTOOLS_CACHE_MB = '100'
        $null = Get-VideoScene $clip
        $entry = Get-VideoCache
        $found = Get-Completion "Clear-VideoCache -Key $($entry.Key.Substring(0, 8))"
        $found[0].CompletionText | Should -Be $entry.Key
        $found[0].ToolTip | Should -Match 'clip\.mp4'
        (Get-Completion 'Get-VideoCache cl')[0].CompletionText | Should -Be 'clip.mp4'
        $env:VIDEOTOOLS_CACHE_MB = '0'
    }

    It 'of a language says which it is' {
        (Get-Completion 'Get-VideoTranscript a.mp4 -Language de')[0].ToolTip | Should -Be 'German'
    }
}

Describe 'A mandatory parameter' {
    It 'of <_> says what is wanted' -ForEach (Import-PowerShellDataFile (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')).CmdletsToExport {
        foreach ($parameter in (Get-Command $_).Parameters.Values) {
            foreach ($attribute in $parameter.Attributes.Where({ $_ -is [Parameter] -and $_.Mandatory })) {
                $attribute.HelpMessage | Should -Not -BeNullOrEmpty -Because $parameter.Name
            }
        }
    }
}

Describe '-Verbose' {
    It 'tells the command line, the time, and on the second run that a result is used again' {
        $env:VIDEOTOOLS_CACHE = Join-Path $TestDrive 'verbose'
        $env:VIDEOTOOLS_CACHE_MB = '100'
        $said = (Get-VideoScene $clip -Verbose 4>&1).Where({ $_ -is [System.Management.Automation.VerboseRecord] }).Message
        $said -match '^clip\.mp4: Runs: .*ffmpeg.*-i file:.*clip\.mp4' | Should -Not -BeNullOrEmpty
        $said -match '^clip\.mp4: Scene.*decoded in \d+\.\d\d s' | Should -Not -BeNullOrEmpty
        $again = (Get-VideoScene $clip -Verbose 4>&1).Where({ $_ -is [System.Management.Automation.VerboseRecord] }).Message
        @($again) -match 'the result of an earlier run is used' | Should -Not -BeNullOrEmpty
        @($again) -match 'Runs:' | Should -BeNullOrEmpty
        $env:VIDEOTOOLS_CACHE_MB = '0'
    }

    It 'tells what models run on' {
        $said = (Get-VideoText $clip -Verbose 4>&1).Where({ $_ -is [System.Management.Automation.VerboseRecord] }).Message
        $said -match 'Text on Cpu: decoded in' | Should -Not -BeNullOrEmpty
    }

    It 'follows $VerbosePreference, and is silent without it' {
        $quiet = @(Get-VideoScene $clip -NoCache 4>&1).Where({ $_ -is [System.Management.Automation.VerboseRecord] })
        $VerbosePreference = 'Continue'
        $loud = @(Get-VideoScene $clip -NoCache 4>&1).Where({ $_ -is [System.Management.Automation.VerboseRecord] })
        $quiet.Count | Should -Be 0
        $loud.Count | Should -BeGreaterThan 1
    }

    It 'is --verbose on the command line' {
        $program = Join-Path (Split-Path $env:VIDEOTOOLS_TEST_MODULE) 'cli' ($IsWindows ? 'videotools.exe' : 'videotools')
        $said = & $program scene $clip --verbose 2>&1
        "$said" | Should -Match 'clip\.mp4: Runs: .*ffmpeg'
        $quiet = & $program scene $clip 2>&1
        "$quiet" | Should -Not -Match 'Runs:'
    }
}

Describe 'Progress' {
    It 'has a record of its own for each file that takes long, under the one of the cmdlet' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$manifest'; Get-VideoText '$busy', '$busy' -Sampling Interval -Interval 0.25 -NoCache -ThrottleLimit 2")
            $run = $shell.BeginInvoke()
            $waited = [Diagnostics.Stopwatch]::StartNew()
            $records = [Collections.Generic.List[object]]::new()
            while (-not $run.IsCompleted -and $waited.Elapsed.TotalSeconds -lt 60 -and -not $records.Where({ $_.ParentActivityId -ge 0 })) {
                Start-Sleep -Milliseconds 50
                $records.AddRange(@($shell.Streams.Progress.ReadAll()))
            }

            $shell.Stop()
            $child = $records.Where({ $_.ParentActivityId -ge 0 })[0]
            $child.Activity | Should -Be 'busy.mp4'
            $child.StatusDescription | Should -Match '^\d\d:\d\d:\d\d'
            $records.ActivityId | Should -Contain $child.ParentActivityId
        }
        finally {
            $shell.Dispose()
        }
    }
}

Describe 'Ctrl+C' {
    It 'ends <Name> in the middle of the work of a model' -ForEach @(
        @{ Name = 'Get-VideoText'; Script = { Get-VideoText $args[0] -Sampling Interval -Interval 0.25 -NoCache } }
        @{ Name = 'Get-VideoFace'; Script = { Get-VideoFace $args[0] -Interval 0.1 -NoCache } }
        @{ Name = 'Get-VideoNiche'; Script = { 1..100000 | ForEach-Object { "my cat and $_ dogs" } | ForEach-Object { Get-VideoNiche -Text $_ -Scorer Meaning } } }
    ) {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$manifest'; & { $Script } '$busy'")
            $run = $shell.BeginInvoke()
            $kinds = @{ 'Get-VideoText' = 'TextRecognition'; 'Get-VideoFace' = 'FaceDetection'; 'Get-VideoNiche' = 'TextEmbedding' }
            $waited = [Diagnostics.Stopwatch]::StartNew()
            while (-not (Get-VideoModel | Where-Object { $_.Kind -eq $kinds[$Name] -and $_.Loaded }) -and $waited.Elapsed.TotalSeconds -lt 30) { Start-Sleep -Milliseconds 20 }
            $shell.Stop()
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
            Get-DecoderChild | Should -BeNullOrEmpty
        }
        finally {
            $shell.Dispose()
        }
    }
}
