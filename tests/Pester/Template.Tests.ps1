BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $clip = Join-Path $TestDrive 'clip.mp4'
    New-TestClip $clip
}

Describe 'Get-VideoTemplate -OutputDirectory' {
    BeforeEach {
        $out = Join-Path $TestDrive ([guid]::NewGuid())
    }

    It 'writes the JSON beside the record' {
        $template = Get-VideoTemplate $clip -OutputDirectory $out
        $template.FullName | Should -Be $clip
        $files = @(Get-ChildItem $out)
        $files.Name | Should -Be 'clip_template.json'
        (Get-Content $files.FullName -Raw | ConvertFrom-Json).filename | Should -Be 'clip.mp4'
    }

    It 'writes nothing with -WhatIf, and gives the record all the same' {
        $template = Get-VideoTemplate $clip -OutputDirectory $out -WhatIf
        $template.FullName | Should -Be $clip
        Test-Path $out | Should -BeFalse
    }

    It 'does not overwrite, says so, and gives the record all the same' {
        New-Item -ItemType Directory $out | Out-Null
        $file = Join-Path $out 'clip_template.json'
        Set-Content $file 'mine'
        $template = Get-VideoTemplate $clip -OutputDirectory $out -ErrorAction SilentlyContinue -ErrorVariable problems
        $template.FullName | Should -Be $clip
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'OutputExists'
        $problems[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        Get-Content $file | Should -Be 'mine'
    }

    It 'overwrites with -Force' {
        New-Item -ItemType Directory $out | Out-Null
        $file = Join-Path $out 'clip_template.json'
        Set-Content $file 'mine'
        $null = Get-VideoTemplate $clip -OutputDirectory $out -Force
        (Get-Content $file -Raw | ConvertFrom-Json).filename | Should -Be 'clip.mp4'
        @(Get-ChildItem $out).Count | Should -Be 1
    }

    It 'starts from the location of the shell' {
        New-Item -ItemType Directory $out | Out-Null
        Push-Location $out
        try { $null = Get-VideoTemplate $clip -OutputDirectory 'sub' } finally { Pop-Location }
        Test-Path (Join-Path $out 'sub' 'clip_template.json') | Should -BeTrue
    }

    It 'refuses a directory of another provider' {
        { Get-VideoTemplate $clip -OutputDirectory 'env:out' } | Should -Throw -ErrorId 'InvalidOption*'
    }

    It 'leaves the scene columns empty with -SkipScene' {
        $template = Get-VideoTemplate $clip -SkipScene
        $template.SceneCount | Should -BeNullOrEmpty
        $template.DominantColor | Should -Match '^#[0-9A-F]{6}$'
    }
}
