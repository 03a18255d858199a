BeforeDiscovery {
    $font = '/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf'
    $noFont = -not (Test-Path $font)
    if ($noFont) { Write-Host 'SKIPPED, NOT PASSED: text in other languages, DejaVuSans-Bold.ttf is missing (Debian: fonts-dejavu-core)' }
}

Describe 'Get-VideoText in other languages' -Skip:$noFont {
    BeforeAll {
        Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
        $clip = Join-Path $TestDrive 'german.mp4'
        $line = Join-Path $TestDrive 'line.txt'
        [IO.File]::WriteAllText($line, 'Überraschung')
        $drawn = "drawtext=fontfile=/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf:textfile='$line':fontsize=60:x=100:y=100:fontcolor=white"
        ffmpeg -v error -nostdin -y -f lavfi -i color=c=0x203040:s=960x320:r=25:d=1 -vf $drawn -c:v libx264 -pix_fmt yuv420p $clip

        # A stand-in for tesseract that knows German, and this line.
        $fake = Join-Path $TestDrive 'tesseract'
        [IO.File]::WriteAllText($fake, @'
#!/bin/sh
if [ "$1" = --list-langs ]; then printf 'List (1):\ndeu\n'; exit 0; fi
printf 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n5\t1\t1\t1\t1\t1\t5\t5\t200\t30\t96\tÜberraschung\n'
'@)
        chmod 700 $fake
    }

    It 'reads what PP-OCR lacks with the Tesseract that is named' {
        $text = Get-VideoText $clip -TesseractPath $fake -NoCache
        $text.Text | Should -BeExactly 'Überraschung'
        $text.Engine | Should -Be 'Tesseract'
    }

    It 'finds it by the environment variable' {
        $env:VIDEOTOOLS_TESSERACT = $TestDrive
        try { (Get-VideoText $clip -Language de -NoCache).Text | Should -BeExactly 'Überraschung' }
        finally { $env:VIDEOTOOLS_TESSERACT = $null }
    }

    It 'reads with PP-OCR alone' {
        $text = Get-VideoText $clip -Engine PPOcr -NoCache
        $text.Engine | Should -Be 'PPOcr'
        $text.Text | Should -Not -Match 'Ü'
    }

    It 'says once what is missing for a language, and is less certain' {
        $texts = Get-VideoText $clip, $clip -Language el -TesseractPath $fake -NoCache -WarningVariable warnings -WarningAction SilentlyContinue
        @($warnings | Where-Object { $_ -match 'tesseract-ocr-ell' }).Count | Should -Be 1
        $texts.Confidence | ForEach-Object { $_ | Should -BeLessOrEqual 0.7 }
    }

    It 'is an error where Tesseract alone is asked for and is not there' {
        $none = Join-Path $TestDrive 'none'
        $null = Get-VideoText $clip -Engine Tesseract -TesseractPath $none -NoCache -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -Match '^ModelMissing'
    }

    It 'fills templates with it' {
        $template = Get-VideoTemplate $clip -TextLanguage de -TesseractPath $fake -SkipSpeech -SkipScene -NoCache
        "$($template.TextPhrases)" | Should -Match 'Überraschung'
    }
}
