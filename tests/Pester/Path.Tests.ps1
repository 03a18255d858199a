BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $folder = Join-Path $TestDrive 'häuser [2]'
    $clip = Join-Path $TestDrive 'clip.mp4'
    New-TestClip $clip
    New-Item -ItemType Directory -Force $folder, (Join-Path $TestDrive 'plain' 'below') | Out-Null
    foreach ($name in 'a[1].mp4', "it's ünï 日本.mp4", '-dash.mp4', 'two  spaces.mp4') {
        [IO.File]::Copy($clip, (Join-Path $folder $name))
    }

    [IO.File]::Copy($clip, (Join-Path $TestDrive 'plain' 'one.mp4'))
    [IO.File]::Copy($clip, (Join-Path $TestDrive 'plain' 'two.mp4'))
}

Describe '<_>, piped files' -ForEach 'Get-VideoInfo', 'Get-VideoScene', 'Invoke-CropAnalysis', 'Get-VideoTemplate' {
    It 'takes names with brackets, quotes, spaces and any script from Get-ChildItem' {
        $files = Get-ChildItem -LiteralPath $folder -File | Sort-Object FullName
        $files.Count | Should -Be 4
        $records = $files | & $_
        @($records.FullName | Select-Object -Unique) | Should -Be $files.FullName
    }

    It 'takes rows of a CSV file with FullName' {
        $csv = Join-Path $TestDrive 'files.csv'
        Get-ChildItem -LiteralPath $folder -File | Select-Object FullName, Length | Export-Csv $csv
        @(Import-Csv $csv | & $_ | ForEach-Object FullName | Select-Object -Unique).Count | Should -Be 4
    }

    It 'takes strings' {
        @($clip | & $_)[0].FullName | Should -Be $clip
    }
}

Describe '-Path and -LiteralPath' {
    It 'expands wildcards and passes over directories beside files' {
        (Get-VideoInfo (Join-Path $TestDrive 'plain' '*')).Count | Should -Be 2
    }

    It 'starts from the location of the shell' {
        Push-Location -LiteralPath $folder
        try {
            (Get-VideoInfo -LiteralPath 'a[1].mp4').FullName | Should -Be (Join-Path $folder 'a[1].mp4')
            (Get-VideoInfo -Path './it*').FullName | Should -Be (Join-Path $folder "it's ünï 日本.mp4")
        }
        finally {
            Pop-Location
        }
    }

    It 'takes <Alias> for LiteralPath' -ForEach @{ Alias = 'PSPath' }, @{ Alias = 'FullName' }, @{ Alias = 'LP' } {
        $arguments = @{ $Alias = $clip }
        (Get-VideoInfo @arguments).FullName | Should -Be $clip
    }

    It 'refuses <What> with <Id> and goes on' -ForEach @(
        @{ What = 'a directory'; Path = 'plain'; Id = 'NotAFile'; Category = 'InvalidArgument' }
        @{ What = 'a pattern that matches nothing'; Path = 'x*.mp4'; Id = 'FileNotFound'; Category = 'ObjectNotFound' }
        @{ What = 'a missing file'; Path = 'missing.mp4'; Id = 'FileNotFound'; Category = 'ObjectNotFound' }
        @{ What = 'a pattern that matches only directories'; Path = 'pl*n'; Id = 'NotAFile'; Category = 'InvalidArgument' }
    ) {
        $info = Get-VideoInfo -Path (Join-Path $TestDrive $Path), $clip -ErrorAction SilentlyContinue -ErrorVariable problems
        $info.FullName | Should -Be $clip
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -Be "$Id,VideoTools.PowerShell.GetVideoInfoCommand"
        $problems[0].CategoryInfo.Category | Should -Be $Category
        $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'says what to do about a directory, piped or named' {
        $null = Get-Item (Join-Path $TestDrive 'plain') | Get-VideoScene -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].TargetObject | Should -Be (Join-Path $TestDrive 'plain')
        $problems[0].ErrorDetails.RecommendedAction | Should -Match 'Get-ChildItem .* \| Get-VideoScene'
    }

    It 'refuses paths of other providers' {
        $null = Get-VideoInfo -Path 'env:PATH' -ErrorAction SilentlyContinue -ErrorVariable problems
        $null = Get-VideoInfo -LiteralPath 'env:PATH' -ErrorAction SilentlyContinue -ErrorVariable +problems
        $null = Get-VideoInfo -LiteralPath 'nodrive:x.mp4' -ErrorAction SilentlyContinue -ErrorVariable +problems
        $problems.FullyQualifiedErrorId -replace ',.*' | Should -Be @('NotAFile', 'NotAFile', 'FileNotFound')
    }
}

Describe 'An empty argument' {
    It 'is an error of <Name>, and reads nothing' -ForEach @(
        foreach ($command in 'Get-VideoInfo', 'Get-VideoScene', 'Get-VideoTemplate', 'Get-VideoText', 'Get-VideoTranscript', 'Get-VideoFace',
            'Get-VideoFrame', 'Get-VideoActivity', 'Get-CropPath', 'Invoke-CropAnalysis', 'Find-SimilarVideo', 'Export-VideoScene',
            'Import-VideoMetadata') {
            @{ Name = $command }
        }
    ) {
        Push-Location $TestDrive
        try { { & $Name -Path '' -ErrorAction Stop } | Should -Throw } finally { Pop-Location }
    }

    It 'is an error from the pipeline, too' {
        Push-Location $TestDrive
        try { { '' | Get-VideoInfo -ErrorAction Stop } | Should -Throw } finally { Pop-Location }
    }
}
