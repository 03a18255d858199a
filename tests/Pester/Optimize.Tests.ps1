BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $folder = Join-Path $TestDrive 'clips'
    New-TestClip (Join-Path $folder 'a.mp4') -Seconds 2
    Set-Content (Join-Path $folder 'b.mp4') 'broken'
    New-TestClip (Join-Path $folder 'c [1].mp4') -Seconds 2
    $before = $env:VIDEOTOOLS_MODELS
    $env:VIDEOTOOLS_MODELS = Join-Path $TestDrive 'models'
    $small = @{ Model = 'blazeface-back'; FrameCount = 8; ErrorBudget = 100 }
}

AfterAll {
    $env:VIDEOTOOLS_MODELS = $before
}

Describe 'Optimize-VideoModel' {
    It 'writes nothing with -WhatIf' {
        Get-ChildItem $folder | Optimize-VideoModel @small -WhatIf | Should -BeNullOrEmpty
        Test-Path $env:VIDEOTOOLS_MODELS | Should -BeFalse
    }

    It 'takes piped files, passes broken ones over, and its model is listed' {
        $done = Get-ChildItem $folder | Optimize-VideoModel @small -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -Be 'InvalidVideo,VideoTools.PowerShell.OptimizeVideoModelCommand'
        $done.Name | Should -Be 'blazeface-back-int8'
        $done.FullName | Should -Be (Join-Path $env:VIDEOTOOLS_MODELS 'blazeface-back-int8.onnx')
        $done.BytesAfter | Should -BeLessThan $done.BytesBefore
        $listed = Get-VideoModel blazeface-back-int8
        $listed.Kind, $listed.Present, $listed.IsDefault | Should -Be 'FaceDetection', $true, $false
        (Initialize-VideoModel blazeface-back-int8).Loaded | Should -BeTrue
        $csv = $done | ConvertTo-Csv | ConvertFrom-Csv
        $csv.SizeRatio | Should -Be $done.SizeRatio.ToString([cultureinfo]::InvariantCulture)
    }

    It 'does not replace a file without -Force' {
        $problem = $null
        Optimize-VideoModel (Join-Path $folder 'a.mp4') @small -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem.FullyQualifiedErrorId | Should -Be 'OutputExists,VideoTools.PowerShell.OptimizeVideoModelCommand'
    }

    It 'refuses <Id>' -ForEach @(
        @{ Model = 'none'; Id = 'ModelUnknown' }
        @{ Model = 'missing.onnx'; Id = 'ModelMissing' }
        @{ Model = 'silero-vad'; Id = 'ModelUnsuitable' }
    ) {
        $problem = $null
        Optimize-VideoModel (Join-Path $folder 'a.mp4') -Model $Model -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem[0].FullyQualifiedErrorId | Should -Be "$Id,VideoTools.PowerShell.OptimizeVideoModelCommand"
    }
}
