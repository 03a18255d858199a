# What reads on-screen text: PP-OCR, Tesseract, or both, and what is said where Tesseract is missing.
BeforeDiscovery {
    $fonts = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'
    $tesseract = Get-Command tesseract -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    $hasGerman = $tesseract -and (& $tesseract --list-langs 2>&1) -contains 'deu'
    if (-not (Test-Path $fonts)) { Write-Warning "SKIPPED, NOT PASSED: the font $fonts is missing (Debian: fonts-dejavu-core)" }
    if (-not $hasGerman) { Write-Warning 'SKIPPED, NOT PASSED: Tesseract with German is missing (Debian: tesseract-ocr tesseract-ocr-deu)' }
}

Describe 'Get-VideoText in other languages' -Skip:(-not (Test-Path $fonts)) {
    BeforeAll {
        Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive 'signs')
        $clip = Join-Path $folder 'b [sign].mp4'
        $text = Join-Path $folder 'text.txt'
        Set-Content $text 'Grüße aus Köln' -NoNewline
        ffmpeg -v error -nostdin -y -f lavfi -i 'color=c=0x204060:s=640x360:r=10:d=1.5' -vf "drawtext=fontfile=/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf:textfile=$text`:fontcolor=white:fontsize=44:x=60:y=150" -pix_fmt yuv420p ('file:' + $clip)
        if ($LASTEXITCODE -ne 0) { throw "ffmpeg could not make $clip" }
        Copy-Item -LiteralPath $clip (Join-Path $folder 'c.mp4')
        Set-Content (Join-Path $folder 'a.mp4') 'no video'
    }

    It 'says that PP-OCR alone read it with -Engine PPOcr' {
        $record = Get-VideoText -LiteralPath $clip -Engine PPOcr -WarningAction SilentlyContinue
        $record.Engine | Should -Be 'PPOcr'
        $record.Text | Should -Not -BeExactly 'Grüße aus Köln'
    }

    It 'gives one error where -Engine Tesseract finds none, and goes on' {
        $problems = $null
        Get-VideoText -LiteralPath $clip -Engine Tesseract -TesseractPath (Join-Path $TestDrive 'nowhere') -ErrorVariable problems -ErrorAction SilentlyContinue |
            Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ModelMissing,*'
        $problems[0].ErrorDetails.RecommendedAction | Should -Match 'apt install tesseract-ocr'
    }

    It 'is never sure of letters that nobody could read' {
        $before = $env:VIDEOTOOLS_TESSERACT
        try {
            $env:VIDEOTOOLS_TESSERACT = Join-Path $TestDrive 'nowhere'
            $record = Get-VideoText -LiteralPath $clip -WarningVariable warnings -WarningAction SilentlyContinue
            $record.Confidence | Should -BeLessOrEqual 0.7
            "$warnings" | Should -Match 'accents or letters that PP-OCR does not know'
        }
        finally {
            $env:VIDEOTOOLS_TESSERACT = $before
        }
    }

    It 'reads every file between broken ones, from Get-ChildItem to Export-Csv: <Name>' -Skip:(-not $hasGerman) -ForEach @(
        @{ Name = 'Auto'; More = @{} }
        @{ Name = 'a language'; More = @{ Language = 'de' } }
        @{ Name = 'Tesseract alone'; More = @{ Engine = 'Tesseract'; Language = 'deu' } }
    ) {
        $table = Join-Path $TestDrive "$Name.csv"
        $problems = $null
        Get-ChildItem $folder -Filter *.mp4 | Get-VideoText @More -ErrorVariable problems -ErrorAction SilentlyContinue | Export-Csv $table
        $rows = @(Import-Csv $table)
        $rows.Text | Should -BeExactly 'Grüße aus Köln', 'Grüße aus Köln'
        $rows.Engine | Should -Be 'Tesseract', 'Tesseract'
        $rows.FullName | Should -Be $clip, (Join-Path $folder 'c.mp4')
        $problems | Should -HaveCount 1
    }

    It 'warns once about a language that has no data, and reads on' {
        $records = Get-ChildItem $folder -Filter '?.mp4' | Get-VideoText -Language xx -WarningVariable warnings -WarningAction SilentlyContinue -ErrorAction SilentlyContinue
        @($records).Count | Should -Be 1
        @($warnings -match 'xx').Count | Should -Be 1
    }
}
