BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $clip = Join-Path $TestDrive 'clip [1].mp4'
    New-TestClip $clip
    $csv = Join-Path $TestDrive 'records.csv'
    $scenes = @(Get-VideoScene -LiteralPath $clip)
    $direct = @($scenes | Invoke-CropAnalysis -Aspect 9:16 -Grid 3)
    $candidates = @($direct | Select-CropCandidate -MaximumCount 3)
}

Describe 'A CSV file written in <Writer> and read in <Reader>' -ForEach @(
    foreach ($writer in 'en-US', 'de-DE', 'fa-IR', 'sv-SE') {
        foreach ($reader in 'en-US', 'de-DE') { @{ Writer = $writer; Reader = $reader } }
    }
) {
    It 'carries scenes to Invoke-CropAnalysis' {
        Invoke-InCulture $Writer { Get-VideoScene -LiteralPath $clip | Export-Csv $csv }
        $positions = Invoke-InCulture $Reader { Import-Csv $csv | Invoke-CropAnalysis -Aspect 9:16 -Grid 3 }
        $positions.Count | Should -Be $direct.Count
        $positions | ForEach-Object { "$_" } | Should -Be ($direct | ForEach-Object { "$_" })
    }

    It 'carries positions to Select-CropCandidate' {
        Invoke-InCulture $Writer { $direct | Export-Csv $csv }
        $chosen = Invoke-InCulture $Reader { Import-Csv $csv | Select-CropCandidate -MaximumCount 3 }
        $chosen | ForEach-Object { "$_" } | Should -Be ($candidates | ForEach-Object { "$_" })
    }
}

Describe 'Export-Csv' {
    It 'writes no type name of ours for <Command>' -ForEach @(
        @{ Command = 'Get-VideoInfo' }, @{ Command = 'Get-VideoScene' }, @{ Command = 'Get-VideoTemplate' }, @{ Command = 'Invoke-CropAnalysis' }
    ) {
        & $Command -LiteralPath $clip | ConvertTo-Csv | Should -Not -Match 'VideoTools\.'
    }

    It 'joins lists with semicolons in every culture' {
        Invoke-InCulture 'de-DE' { Get-VideoTemplate -LiteralPath $clip | Export-Csv $csv }
        (Import-Csv $csv).SceneStarts | Should -Be (($scenes | ForEach-Object { $_.StartSeconds.ToString([cultureinfo]::InvariantCulture) }) -join ';')
    }
}

Describe 'The command line' {
    BeforeAll {
        $cli = Join-Path $env:VIDEOTOOLS_TEST_MODULE '..' 'cli' 'videotools'
    }

    It 'writes the same CSV as Export-Csv: <Command>' -ForEach @(
        @{ Command = 'info'; Cmdlet = 'Get-VideoInfo' }
        @{ Command = 'scene'; Cmdlet = 'Get-VideoScene' }
        @{ Command = 'template'; Cmdlet = 'Get-VideoTemplate' }
        @{ Command = 'crop'; Cmdlet = 'Invoke-CropAnalysis' }
    ) {
        $expected = Invoke-InCulture '' { & $Cmdlet -LiteralPath $clip | ConvertTo-Csv }
        & $cli $Command $clip --format csv | Should -Be $expected
        $LASTEXITCODE | Should -Be 0
    }

    It 'writes NDJSON with the same properties: <Command>' -ForEach @(
        @{ Command = 'info'; Cmdlet = 'Get-VideoInfo' }
        @{ Command = 'scene'; Cmdlet = 'Get-VideoScene' }
        @{ Command = 'template'; Cmdlet = 'Get-VideoTemplate' }
        @{ Command = 'crop'; Cmdlet = 'Invoke-CropAnalysis' }
    ) {
        $expected = @(& $Cmdlet -LiteralPath $clip)[0]
        $actual = @(& $cli $Command $clip)[0] | ConvertFrom-Json
        $actual.PSObject.Properties.Name | Should -Be $expected.PSObject.Properties.Name
        $actual.FullName | Should -Be $clip
    }

    It 'reports the same error id, on stderr, and returns 1' {
        $text = Join-Path $TestDrive 'text.mp4'
        Set-Content $text 'no video'
        $output = & $cli info $text $clip 2>&1
        $LASTEXITCODE | Should -Be 1
        @($output | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }) -join '' | Should -Match '^videotools: InvalidVideo: .*text\.mp4'
        @($output | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] }).Count | Should -Be 1
    }

    It 'returns 2 for a command line that makes no sense' {
        $null = & $cli scene $clip --detector magic 2>&1
        $LASTEXITCODE | Should -Be 2
    }
}
