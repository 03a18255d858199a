BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    $manifest = Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1'

    # Runs commands in a process of their own: what is loaded here already must not answer.
    function Invoke-Fresh([string] $Script) {
        $text = "`$ErrorActionPreference = 'Stop'; Import-Module '$manifest'; $Script"
        pwsh -NoProfile -NonInteractive -Command $text
    }
}

Describe 'The module' {
    It 'has a valid manifest' {
        (Test-ModuleManifest $manifest).Name | Should -Be 'VideoTools'
    }

    It 'exports its cmdlets and nothing else' {
        $exported = Invoke-Fresh '(Get-Command -Module VideoTools | Sort-Object Name | ForEach-Object { "$($_.CommandType) $($_.Name)" }) -join ";"'
        $exported | Should -Be ((
                'Clear-VideoCache', 'Compare-VideoNiche', 'ConvertTo-VideoState', 'Export-CropPreview', 'Export-VideoCrop', 'Export-VideoReport',
                'Export-VideoScene', 'Export-VideoTaxonomy', 'Export-VideoTranscript', 'Get-CropPath', 'Get-CropStrategy',
                'Get-VideoActivity', 'Get-VideoAlert', 'Get-VideoCache', 'Get-VideoInfo', 'Get-VideoModel', 'Get-VideoNiche',
                'Get-VideoNicheRecommendation', 'Get-VideoScene', 'Get-VideoTaxonomy', 'Get-VideoTemplate', 'Get-VideoText',
                'Get-VideoTranscript', 'Import-VideoMetadata', 'Initialize-VideoModel', 'Invoke-CropAnalysis',
                'Invoke-VideoQuery', 'Measure-VideoAlert', 'Measure-VideoNiche',
                'Select-CropCandidate', 'Show-CropCandidate' | ForEach-Object { "Cmdlet $_" }) -join ';')
    }

    It 'does not load the engine at import' {
        $loaded = Invoke-Fresh '[AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name } | Where-Object { $_ -like "VideoTools*" } | Sort-Object'
        $loaded | Should -Be @('VideoTools.Core', 'VideoTools.PowerShell')
    }

    It 'loads the engine into a context of its own, and shares Core' {
        $contexts = Invoke-Fresh ('Get-CropStrategy | Out-Null; [AppDomain]::CurrentDomain.GetAssemblies() | ' +
            'Where-Object { $_.GetName().Name -like "VideoTools*" } | ForEach-Object { ' +
            '"$($_.GetName().Name) $([System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name)" } | Sort-Object')
        $contexts | Should -Be @('VideoTools.Core Default', 'VideoTools.Engine VideoTools', 'VideoTools.PowerShell Default')
    }

    It 'answers for the engine only while it is imported' {
        $result = Invoke-Fresh ('Remove-Module VideoTools; ' +
            'try { [void][System.Reflection.Assembly]::Load("VideoTools.Engine"); "loaded" } catch { "not found" }')
        $result | Should -Be 'not found'
    }

    It 'works again after Remove-Module and Import-Module' {
        $counts = Invoke-Fresh ("(Get-CropStrategy).Count; Remove-Module VideoTools; Import-Module '$manifest'; (Get-CropStrategy).Count; " +
            "Import-Module '$manifest' -Force; (Get-CropStrategy).Count")
        $counts | Should -Be @('5', '5', '5')
    }

    It 'stays usable when another runspace removes it' {
        $count = Invoke-Fresh ("1..3 | ForEach-Object -Parallel { Import-Module '$manifest'; `$null = Get-CropStrategy; Remove-Module VideoTools }; " +
            '(Get-CropStrategy).Count')
        $count | Should -Be '5'
    }
}

Describe 'A cmdlet' {
    BeforeDiscovery {
        # Whatever the module exports.
        $commands = (Import-PowerShellDataFile -LiteralPath (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')).CmdletsToExport
    }

    BeforeAll {
        Import-Module $manifest
    }

    It '<_> has an approved verb' -ForEach $commands {
        (Get-Verb).Verb | Should -Contain ($_ -split '-')[0]
    }

    It '<_> has help with a synopsis and at least two examples' -ForEach $commands {
        $help = Get-Help $_ -Full
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -Match '\[<CommonParameters>\]'
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
        foreach ($example in $help.examples.example) { $example.code | Should -Match $_ }
    }

    It '<_> has help for each of its parameters' -ForEach $commands {
        $common = [System.Management.Automation.Cmdlet]::CommonParameters
        foreach ($name in (Get-Command $_).Parameters.Keys | Where-Object { $_ -notin $common }) {
            (Get-Help $_ -Parameter $name).description.Text | Should -Not -BeNullOrEmpty -Because $name
        }
    }

    It '<_> runs no example with a parameter that it does not have' -ForEach $commands {
        foreach ($example in (Get-Help $_ -Full).examples.example) {
            $ast = [System.Management.Automation.Language.Parser]::ParseInput($example.code, [ref]$null, [ref]$null)
            foreach ($call in $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
                $command = Get-Command $call.GetCommandName()
                foreach ($parameter in $call.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] }) {
                    { $command.ResolveParameter($parameter.ParameterName) } | Should -Not -Throw -Because $example.code
                }
            }
        }
    }
}

Describe 'Help in another language' {
    It 'falls back to English' {
        $synopsis = pwsh -NoProfile -NonInteractive -Command "[cultureinfo]::CurrentUICulture = 'de-DE'; Import-Module '$manifest'; (Get-Help Get-VideoInfo).Synopsis"
        $synopsis | Should -Be 'Tells what a video file says about itself.'
    }
}

Describe 'about_VideoTools' {
    It 'is found by Get-Help' {
        Import-Module $manifest
        Get-Help about_VideoTools | Should -Match 'one decode'
    }
}
