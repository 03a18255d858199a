BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $clips = 'a', 'b' | ForEach-Object { Join-Path $TestDrive "$_.mp4" }
    $clips | ForEach-Object { New-TestClip $_ }
    $templates = Get-VideoTemplate $clips -SkipText -SkipSpeech

    function Get-ReportData {
        param($File)

        $page = [IO.File]::ReadAllText($File)
        [regex]::Match($page, '(?s)id="report-data">(.*?)</script>').Groups[1].Value | ConvertFrom-Json
    }
}

Describe 'Export-VideoReport' {
    It 'writes one page of the records that come in, with pictures' {
        $file = $templates | Export-VideoReport (Join-Path $TestDrive 'many.html') -Title 'Two <clips>'
        $file | Should -BeOfType IO.FileInfo
        # As Get-Item has it, so that the view of files shows what belongs to it.
        $file.PSPath | Should -Be (Get-Item -LiteralPath $file.FullName).PSPath
        $data = Get-ReportData $file
        $data.title | Should -Be 'Two <clips>'
        $data.videos.name | Should -Be 'a.mp4', 'b.mp4'
        $data.videos[0].still.Length | Should -BeGreaterThan 1000
        $data.videos[0].scenes | Should -Be 3
    }

    It 'leaves out pictures with -NoThumbnail' {
        $file = $templates | Export-VideoReport (Join-Path $TestDrive 'plain.html') -NoThumbnail
        @((Get-ReportData $file).videos.still | Where-Object { $_ }).Count | Should -Be 0
    }

    It 'does without the picture of a video that is gone' {
        $gone = Join-Path $TestDrive 'gone.mp4'
        Copy-Item $clips[0] $gone
        $template = Get-VideoTemplate $gone -SkipText -SkipSpeech
        Remove-Item $gone
        $file = $template, $templates[0] | Export-VideoReport (Join-Path $TestDrive 'gone.html') -ErrorVariable problems
        $problems | Should -BeNullOrEmpty
        $data = Get-ReportData $file
        $data.videos[0].still | Should -BeNullOrEmpty
        $data.videos[1].still | Should -Not -BeNullOrEmpty
    }

    It 'analyses one file in detail, piped or named' {
        $data = Get-ReportData (Export-VideoReport (Join-Path $TestDrive 'one.html') -InputPath $clips[0])
        $data.scenes.Count | Should -Be 3
        ($data.crops.aspect | Sort-Object -Unique) | Should -Be '1:1', '9:16'
        $piped = Get-ReportData (Get-Item $clips[0] | Export-VideoReport (Join-Path $TestDrive 'piped.html'))
        ($piped | ConvertTo-Json -Depth 8) | Should -Be ($data | ConvertTo-Json -Depth 8)
    }

    It 'does not overwrite without -Force, and writes nothing with -WhatIf' {
        $file = Join-Path $TestDrive 'mine.html'
        Set-Content $file 'mine'
        $templates | Export-VideoReport $file -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'OutputExists'
        $problems[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        $templates | Export-VideoReport $file -Force -WhatIf | Should -BeNullOrEmpty
        Get-Content $file | Should -Be 'mine'
        $null = $templates | Export-VideoReport $file -Force -NoThumbnail
        Get-Content $file -TotalCount 1 | Should -Be '<!DOCTYPE html>'
    }

    It 'reports what it cannot show, and goes on' {
        $file = Join-Path $TestDrive 'mixed.html'
        $null = @([pscustomobject]@{ Colour = 'red' }) + $templates | Export-VideoReport $file -NoThumbnail -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        ($problems[0].FullyQualifiedErrorId -split ',')[0] | Should -Be 'InvalidOption'
        (Get-ReportData $file).videos.Count | Should -Be 2
    }

    It 'says that there is nothing to report on' {
        $file = Join-Path $TestDrive 'none.html'
        Export-VideoReport $file -InputPath (Join-Path $TestDrive 'nothing*.mp4') -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        ($problems.FullyQualifiedErrorId | ForEach-Object { ($_ -split ',')[0] }) | Should -Be 'FileNotFound', 'NothingToReport'
        Test-Path $file | Should -BeFalse
    }

    It 'is the same in every culture' {
        $english = Invoke-InCulture 'en-US' { $templates | Export-VideoReport (Join-Path $TestDrive 'en.html') }
        $german = Invoke-InCulture 'de-DE' { $templates | Export-VideoReport (Join-Path $TestDrive 'de.html') }
        (Get-FileHash $german).Hash | Should -Be (Get-FileHash $english).Hash
    }
}
