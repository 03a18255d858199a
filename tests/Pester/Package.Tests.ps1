# The module as it is shipped: what Publish-PSResource takes and a gallery shows, whose work is in it, and what happens with a second copy.
BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    $module = $env:VIDEOTOOLS_TEST_MODULE
    $manifest = Join-Path $module 'VideoTools.psd1'
    $data = Import-PowerShellDataFile -LiteralPath $manifest

    # Another copy of the module, with some of its models only: they are most of it.
    function Copy-Module([string] $Name, [string[]] $Model = @()) {
        $copy = Join-Path $TestDrive $Name 'VideoTools'
        $null = New-Item -ItemType Directory (Join-Path $copy 'models')
        Get-ChildItem -LiteralPath $module -Exclude models | Copy-Item -Destination $copy -Recurse
        foreach ($part in @('models.json') + $Model) { Copy-Item (Join-Path $module 'models' $part) (Join-Path $copy 'models') -Recurse }
        $copy
    }
}

Describe 'The manifest' {
    It 'says licence, project and help by keys that a gallery knows' {
        $data.PrivateData.PSData.LicenseUri | Should -Match '^https://.*MIT'
        $data.PrivateData.PSData.ProjectUri | Should -Match '^https://[^/]+$'
        $data.HelpInfoURI | Should -BeLike "$($data.PrivateData.PSData.ProjectUri)/*"
        $known = 'Tags', 'LicenseUri', 'ProjectUri', 'IconUri', 'ReleaseNotes', 'Prerelease', 'RequireLicenseAcceptance', 'ExternalModuleDependencies'
        $data.PrivateData.PSData.Keys | ForEach-Object { $_ | Should -BeIn $known }
    }

    It 'is tagged with the platforms whose libraries are there, and no other' {
        $there = (Get-ChildItem (Join-Path $module 'dependencies' 'runtimes') -Directory).Name
        $tags = $data.PrivateData.PSData.Tags
        $tags | Should -Contain 'PSEdition_Core'
        $tags.Where({ $_ -match '^(linux|win|osx)-(x64|arm64)$' }) | Sort-Object | Should -Be ($there | Sort-Object)
        $systems = $there | ForEach-Object { @{ linux = 'Linux'; win = 'Windows'; osx = 'MacOS' }[($_ -split '-')[0]] } | Sort-Object -Unique
        $tags.Where({ $_ -in 'Linux', 'Windows', 'MacOS' }) | Sort-Object | Should -Be $systems
    }
}

Describe 'THIRD-PARTY-NOTICES.txt' {
    It 'names everything of others in the <Kind>' -ForEach @(@{ Kind = 'module' }, @{ Kind = 'command line' }) {
        $folder = $Kind -eq 'module' ? $module : (Join-Path (Split-Path $module) 'cli')
        $text = Get-Content -Raw (Join-Path $folder 'THIRD-PARTY-NOTICES.txt')
        $libraries = $Kind -eq 'module' ? (Join-Path $folder 'dependencies') : $folder
        $named = [regex]::Matches($text, '(?m)^files: (.*)$').ForEach({ $_.Groups[1].Value -split ', ' })
        $foreign = Get-ChildItem $libraries -Recurse -File -Include *.dll, *.so, *.dylib, *.so.* | Where-Object Name -NotMatch '^(VideoTools|videotools)\b'
        $foreign.Count | Should -BeGreaterThan 20
        foreach ($file in $foreign) { $named -match [regex]::Escape($file.Name) | Should -Not -BeNullOrEmpty -Because $file.Name }
        foreach ($model in Get-ChildItem (Join-Path $folder 'models') -Recurse -File -Exclude models.json) {
            $named | Should -Contain ([IO.Path]::GetRelativePath($folder, $model.FullName) -replace '\\', '/')
        }

        foreach ($part in 'd3', '@observablehq/plot') { $text | Should -Match "(?m)^$part \d" }
        foreach ($licence in [regex]::Matches($text, '(?m)^licence: (.*)$').ForEach({ $_.Groups[1].Value }) | Sort-Object -Unique | Where-Object { $_ -notin 'the text below', 'ISC' }) {
            $text | Should -Match "(?m)^The licence $([regex]::Escape($licence))$"
        }
    }
}

Describe 'Publishing' -Skip:$IsWindows {
    BeforeAll {
        $home_ = Join-Path $TestDrive 'home'
        $repository = Join-Path $TestDrive 'repository'
        $null = New-Item -ItemType Directory $repository, (Join-Path $home_ '.local' 'share'), (Join-Path $home_ '.cache')

        # Models are most of the module; two are enough to see that they travel.
        $module = Copy-Module published silero-vad, blazeface-back
        $clip = Join-Path $TestDrive 'clip.mp4'
        New-TestClip $clip -Seconds 4

        # A user of a machine of their own: nothing of this one's settings and modules.
        function Invoke-AsUser([string] $Script) {
            $start = [Diagnostics.ProcessStartInfo]::new((Get-Command pwsh).Source)
            foreach ($word in '-NoProfile', '-NonInteractive', '-Command', "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; $Script") { $start.ArgumentList.Add($word) }
            $start.Environment['HOME'] = $home_
            'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'PSModulePath' | ForEach-Object { $null = $start.Environment.Remove($_) }
            $start.WorkingDirectory = $home_
            $start.RedirectStandardOutput = $start.RedirectStandardError = $true
            $process = [Diagnostics.Process]::Start($start)
            $problem = $process.StandardError.ReadToEndAsync()
            $said = $process.StandardOutput.ReadToEnd()
            $process.WaitForExit()
            if ($process.ExitCode -ne 0) { throw "$said $($problem.Result)" }
            $said.Trim()
        }
    }

    It 'to a folder, installing from it and running a cmdlet works, offline' {
        $null = Invoke-AsUser ("Register-PSResourceRepository -Name Folder -Uri '$repository' -Trusted; " +
            "Publish-PSResource -Path '$module' -Repository Folder; Install-PSResource VideoTools -Repository Folder -Scope CurrentUser")
        (Get-ChildItem $repository).Name | Should -Be "VideoTools.$($data.ModuleVersion).nupkg"
        $result = (Invoke-AsUser ("`$found = Get-Module -ListAvailable VideoTools; `$found.ModuleBase; `"`$(`$found.LicenseUri)`"; " +
            "Get-VideoScene '$clip' -NoCache | ForEach-Object { 'scene {0}' -f `$_.Index }; (Get-Help Get-VideoScene).Synopsis.Trim(); (Get-VideoModel silero-vad, blazeface-back).Present")) -split '\r?\n'
        $result[0] | Should -BeLike "$home_*"
        $result[1] | Should -Be $data.PrivateData.PSData.LicenseUri
        $result[2..3] | Should -Be 'scene 1', 'scene 2'
        $result[4] | Should -Not -BeNullOrEmpty
        $result[5..6] | Should -Be 'True', 'True'
        $installed = Get-ChildItem $result[0] -Recurse -File | ForEach-Object { [IO.Path]::GetRelativePath($result[0], $_.FullName) }
        $missing = Get-ChildItem $module -Recurse -File | ForEach-Object { [IO.Path]::GetRelativePath($module, $_.FullName) } | Where-Object { $_ -notin $installed }
        $missing | Should -BeNullOrEmpty
    }
}

Describe 'A second copy' {
    It 'at another path is one clear error, and the first goes on' {
        $copy = Copy-Module copy
        $said = pwsh -NoProfile -NonInteractive -Command ("Import-Module '$manifest'; try { Import-Module '$(Join-Path $copy VideoTools.psd1)' -ErrorAction Stop } " +
            "catch { `"caught: `$_`" }; (Get-CropStrategy).Count; `$Error.Count; (Get-Module VideoTools).ModuleBase") 2>&1
        $said[0] | Should -Match '^caught: .*VideoTools is loaded already from .*Start a new session'
        $said[1] | Should -Be '5'
        $said[2] | Should -Be '1'
        $said[3] | Should -Be $module
    }
}

Describe 'A module that is not complete' {
    BeforeAll {
        $broken = Copy-Module broken
        $clip = Join-Path $TestDrive 'clip.mp4'
        if (-not (Test-Path $clip)) { New-TestClip $clip -Seconds 4 }
    }

    It 'says in one line that the library for models is missing' {
        Get-ChildItem (Join-Path $broken 'dependencies' 'runtimes') -Recurse -File -Include *onnxruntime.* | Remove-Item
        $said = pwsh -NoProfile -NonInteractive -Command ("Import-Module '$(Join-Path $broken VideoTools.psd1)'; " +
            "Get-VideoText '$clip' -NoCache -ErrorAction SilentlyContinue -ErrorVariable e; `$e.Count; `$e[0].FullyQualifiedErrorId; `$e[0].Exception.Message")
        $said[0] | Should -Be '1'
        $said[1] | Should -BeLike 'ModelMissing,*'
        $said.Count | Should -Be 3
        $said[2] | Should -Match 'onnxruntime.*is missing'
        $said[2].Length | Should -BeLessThan 400
    }
}

Describe 'Models that do not come with the module' {
    It 'are installed from files, known by what they hold, and used' {
        $before = $env:VIDEOTOOLS_MODELS
        $env:VIDEOTOOLS_MODELS = Join-Path $TestDrive 'mine'
        $bare = Copy-Module bare silero-vad
        $source = Join-Path $TestDrive 'package' 'dist'
        $null = New-Item -ItemType Directory $source
        Move-Item (Join-Path $bare 'models' 'silero-vad' 'silero_vad.onnx') (Join-Path $source 'renamed.bin')
        Set-Content (Join-Path $source 'silero_vad.onnx') 'another file'
        try {
            $said = pwsh -NoProfile -NonInteractive -Command ("Import-Module '$(Join-Path $bare VideoTools.psd1)'; (Get-VideoModel silero-vad).Present; " +
                "Initialize-VideoModel silero-vad -ErrorAction SilentlyContinue -ErrorVariable e; `$e[0].FullyQualifiedErrorId; `$e[0].ErrorDetails.RecommendedAction; " +
                "Initialize-VideoModel silero-vad -SourcePath '$source' -WhatIf | Out-Null; (Get-VideoModel silero-vad).Present; " +
                "Initialize-VideoModel silero-vad -SourcePath '$(Split-Path $source)' | ForEach-Object { `$_.Loaded; `$_.FileName }; (Get-VideoModel silero-vad).Present; " +
                "Initialize-VideoModel -SourcePath '$(Join-Path $TestDrive none)' -ErrorAction SilentlyContinue -ErrorVariable f; `$f[0].FullyQualifiedErrorId")
            $said = @($said).Where({ $_ -notmatch '^What if' })
            $said[0] | Should -Be 'False'
            $said[1] | Should -BeLike 'ModelMissing,*'
            $said[3] | Should -Be 'False'
            $said[4] | Should -Be 'True'
            $said[5] | Should -Be (Join-Path $env:VIDEOTOOLS_MODELS 'silero-vad' 'silero_vad.onnx')
            $said[6] | Should -Be 'True'
            $said[7] | Should -BeLike 'FileNotFound,*'
        }
        finally {
            $env:VIDEOTOOLS_MODELS = $before
        }
    }
}
