# Files: nothing is lost silently, and a second run writes only what changed.
BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $quick = @{ SkipText = $true; SkipSpeech = $true }
    $library = Join-Path $TestDrive 'library'
    New-TestClip (Join-Path $library 'a' 'clip.mp4') -Seconds 4
    New-TestClip (Join-Path $library 'b' 'clip.mp4') -Seconds 6
    $videos = Get-ChildItem $library -Recurse -Include clip.mp4
    $segment = [pscustomobject]@{ FullName = $videos[0].FullName; Index = 1; StartSeconds = 0.5; EndSeconds = 3.25; Text = 'one two'; HasSpeech = 'True' }

    function Get-State([string] $Folder) {
        Get-ChildItem $Folder -Recurse -File | Sort-Object FullName | ForEach-Object { "$($_.FullName) $($_.Length) $($_.LastWriteTimeUtc.Ticks)" }
    }
}

Describe 'Two videos of one name' {
    BeforeEach {
        $out = Join-Path $TestDrive ([guid]::NewGuid())
    }

    It 'get a template each, under names that stay, and a warning' {
        $null = $videos | Get-VideoTemplate @quick -OutputDirectory $out -Force -WarningVariable warnings -WarningAction SilentlyContinue
        $files = Get-ChildItem $out
        $files.Count | Should -Be 2
        (Get-Content $files -Raw | ForEach-Object { ($_ | ConvertFrom-Json).duration } | Sort-Object) | Should -Be 4, 6
        "$warnings" | Should -Match 'clip_[0-9a-f]{8}_template\.json'
        $null = $videos | Get-VideoTemplate @quick -OutputDirectory $out -Force -WarningAction SilentlyContinue
        (Get-ChildItem $out).Name | Should -Be $files.Name
    }

    It 'do not overwrite each other over two runs, either' {
        $first = Get-VideoTemplate $videos[0].FullName @quick -OutputDirectory $out -Force
        $second = Get-VideoTemplate $videos[1].FullName @quick -OutputDirectory $out -Force -WarningAction SilentlyContinue
        $first.TemplatePath | Should -Not -Be $second.TemplatePath
        (Get-Content -Raw $first.TemplatePath | ConvertFrom-Json).duration | Should -Be 4
        (Get-Content -Raw $second.TemplatePath | ConvertFrom-Json).duration | Should -Be 6
    }

    It 'get a transcript each' {
        $rows = foreach ($video in $videos) { $segment | Select-Object *, @{ n = 'FullName'; e = { $video.FullName } } -ExcludeProperty FullName }
        $files = $rows | Export-VideoTranscript -OutputDirectory $out -Force -WarningVariable warnings -WarningAction SilentlyContinue
        $files.Count | Should -Be 2
        "$warnings" | Should -Match 'has the name of'
    }
}

Describe 'A second run' {
    BeforeEach {
        $out = Join-Path $TestDrive ([guid]::NewGuid())
    }

    It 'leaves what is the same as it is and says so: templates' {
        ($videos | Get-VideoTemplate @quick -OutputDirectory $out -PassThru -WarningAction SilentlyContinue).Outcome | Should -Be 'Written', 'Written'
        $before = Get-State $out
        foreach ($more in @{}, @{ Force = $true }, @{ Refresh = $true }) {
            $result = $videos | Get-VideoTemplate @quick @more -OutputDirectory $out -PassThru -WarningAction SilentlyContinue -ErrorAction Stop
            $result.Outcome | Should -Be 'Unchanged', 'Unchanged'
            Get-State $out | Should -Be $before
        }
    }

    It 'writes what changed and nothing else' {
        $copy = Join-Path $TestDrive 'changing'
        $null = New-Item -ItemType Directory -Force $copy
        Copy-Item $videos[0].FullName (Join-Path $copy 'x.mp4')
        Copy-Item $videos[1].FullName (Join-Path $copy 'y.mp4')
        $null = Get-VideoTemplate (Join-Path $copy '*.mp4') @quick -OutputDirectory $out
        Copy-Item $videos[1].FullName (Join-Path $copy 'x.mp4')
        $result = Get-VideoTemplate (Join-Path $copy '*.mp4') @quick -OutputDirectory $out -Force -PassThru
        $result.Outcome | Should -Be 'Written', 'Unchanged'
    }

    It 'refuses other content without -Force' {
        $null = New-Item -ItemType Directory $out
        Set-Content (Join-Path $out 'clip_template.json') 'mine'
        $null = Get-VideoTemplate $videos[0].FullName @quick -OutputDirectory $out -ErrorVariable problems -ErrorAction SilentlyContinue
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'OutputExists'
        Get-Content (Join-Path $out 'clip_template.json') | Should -Be 'mine'
    }

    It 'leaves transcripts, taxonomies, reports and insights as they are' {
        $row = [pscustomobject]@{ FullName = '/v/a.mp4'; VideoId = 'a'; FileName = 'a.mp4'; Category = 'tech'; MatchedKeyword = ''; Scorer = 'Both'; CutsPerMinute = 3 }
        $run = {
            $segment | Export-VideoTranscript (Join-Path $out 'k.srt') -PassThru -Force
            Export-VideoTaxonomy (Join-Path $out 't.json') -PassThru -Force
            $row | Export-VideoReport (Join-Path $out 'r.html') -PassThru -Force -NoThumbnail
            $null = $row | Measure-VideoNiche -OutputDirectory $out -Force
        }
        (& $run).Outcome | Should -Be 'Written', 'Written', 'Written'
        $before = Get-State $out
        (& $run).Outcome | Should -Be 'Unchanged', 'Unchanged', 'Unchanged'
        Get-State $out | Should -Be $before
    }
}

Describe '-Force and -Refresh' {
    It 'are two things: -Refresh computes, -Force overwrites' {
        $before = $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB
        $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB = (Join-Path $TestDrive 'cache'), '64'
        try {
            $null = Get-VideoTemplate $videos[0].FullName @quick
            $used = { (Get-VideoCache | Where-Object Analysis -EQ 'Scene').Created.Ticks }
            $created = & $used
            $null = Get-VideoTemplate $videos[0].FullName @quick -Force -OutputDirectory (Join-Path $TestDrive 'forced')
            & $used | Should -Be $created
            # Entries have whole seconds.
            while ([datetime]::UtcNow.Ticks -lt @($created)[0] + [timespan]::TicksPerSecond) { Start-Sleep -Milliseconds 50 }
            $null = Get-VideoTemplate $videos[0].FullName @quick -Refresh
            & $used | Should -BeGreaterThan $created
        }
        finally {
            $env:VIDEOTOOLS_CACHE, $env:VIDEOTOOLS_CACHE_MB = $before
        }
    }

    It 'belong to writers and to analyses' {
        foreach ($name in 'Get-VideoScene', 'Get-VideoText', 'Get-VideoTranscript', 'Invoke-CropAnalysis', 'Find-SimilarVideo') {
            (Get-Command $name).Parameters.Keys | Should -Contain 'Refresh'
            (Get-Command $name).Parameters.Keys | Should -Not -Contain 'Force'
        }
        (Get-Command Get-VideoTemplate).Parameters.Keys | Should -Contain 'Force'
    }
}

Describe 'The format of a file' {
    It 'follows the extension: <Extension>' -ForEach @(
        @{ Extension = 'srt'; First = '1' }, @{ Extension = 'vtt'; First = 'WEBVTT' }, @{ Extension = 'json'; First = '{' }, @{ Extension = 'txt'; First = 'one two' }
    ) {
        $path = Join-Path $TestDrive "k.$Extension"
        $null = $segment | Export-VideoTranscript $path
        Get-Content $path -TotalCount 1 | Should -Be $First
    }

    It 'is an error where the extension says none' {
        { $segment | Export-VideoTranscript (Join-Path $TestDrive 'k.doc') } | Should -Throw -ErrorId 'InvalidOption*'
    }

    It 'follows the extension of cut lists, too: <Extension>' -ForEach @(
        @{ Extension = 'edl'; First = 'TITLE' }, @{ Extension = 'html'; First = '<!DOCTYPE' }, @{ Extension = 'ffmetadata'; First = ';FFMETADATA' }
    ) {
        $path = Join-Path $TestDrive "s.$Extension"
        Export-VideoScene $videos[0].FullName -Destination $path
        Get-Content $path -TotalCount 1 | Should -BeLike "$First*"
    }

    It 'is at position 0 of every Export-*' {
        # What Export-VideoCapture records is named, never piped: that comes first there.
        foreach ($command in Get-Command -Module VideoTools -Verb Export | Where-Object Name -NE 'Export-VideoCapture') {
            $positions = $command.Parameters['Path'].ParameterSets.Values.Position
            $positions | Should -Contain 0 -Because $command.Name
        }
    }

    It 'makes no empty file of a video in which nobody speaks' {
        $path = Join-Path $TestDrive 'silent.srt'
        $silent = [pscustomobject]@{ FullName = '/v/silent.mp4'; Index = 0; StartSeconds = 0; EndSeconds = 0; HasSpeech = 'False'; SkipReason = 'NoSpeech' }
        ($silent | Export-VideoTranscript $path -PassThru).Outcome | Should -Be 'Nothing'
        $silent | Export-VideoTranscript $path -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -Match 'silent\.srt'
        Test-Path $path | Should -BeFalse
    }
}

Describe 'Messages' {
    It 'name parameters in PowerShell' {
        $taxonomy = Join-Path $TestDrive 'mine.json'
        Set-Content $taxonomy 'mine'
        Export-VideoTaxonomy $taxonomy -ErrorVariable problems -ErrorAction SilentlyContinue
        $advice = $problems[0].ErrorDetails.RecommendedAction
        $advice | Should -Match '-Force'
        $advice | Should -Not -Match '--|videotools '
    }

    It 'have no remark about a parameter of a method' {
        { Get-VideoScene $videos[0].FullName -Threshold -5 } | Should -Throw
        { [pscustomobject]@{ VideoId = 'a'; CutsPerMinute = 3 } | Compare-VideoNiche } | Should -Throw
        "$($Error[0].ErrorDetails.Message)" | Should -Not -Match '\(Parameter '
    }

    It 'of damaged files have no addresses of memory' {
        $broken = Join-Path $TestDrive 'broken.mp4'
        $bytes = [IO.File]::ReadAllBytes($videos[0].FullName)
        [IO.File]::WriteAllBytes($broken, $bytes[0..400])
        Get-VideoInfo $broken -ErrorVariable problems -ErrorAction SilentlyContinue
        "$($problems[0].Exception.Message)" | Should -Not -Match '0x[0-9a-f]{6}'
    }

    It 'about a name that no model has are of the right category' {
        Get-VideoModel nosuch -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }
}
