# Truth in Status: what a record does not hold although it was asked for stands in the record, not only in a warning.
BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $clip = Join-Path $TestDrive 'clip.mp4'
    New-TestClip $clip -Seconds 2

    # A session of its own over a copy of the module from which something is gone.
    function Invoke-Damaged([string] $Remove, [string] $Script) {
        $copy = Join-Path $TestDrive ([guid]::NewGuid())

        # Models are large: links to their folders will do.
        $null = New-Item -ItemType Directory $copy
        Get-ChildItem $env:VIDEOTOOLS_TEST_MODULE -Exclude models | Copy-Item -Recurse -Destination $copy
        $models = New-Item -ItemType Directory (Join-Path $copy 'models')
        foreach ($item in Get-ChildItem (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'models') -Exclude $Remove) {
            if ($IsLinux) { ln -s $item.FullName $models.FullName } else { Copy-Item -Recurse $item.FullName $models.FullName }
        }
        Get-ChildItem (Join-Path $copy 'dependencies') -Recurse -Include $Remove | Remove-Item -Force
        pwsh -NoProfile -NonInteractive -Command "Import-Module '$(Join-Path $copy 'VideoTools.psd1')'; $Script" 2>&1
        Remove-Item -Recurse -Force $copy
    }
}

Describe 'Status' {
    It 'is Ok, Bridged, Partial, Damaged or Truncated' {
        [Enum]::GetNames([VideoTools.RecordStatus]) | Should -Be 'Ok', 'Bridged', 'Partial', 'Damaged', 'Truncated'
    }

    It 'is Ok with every part' {
        $template = Get-VideoTemplate $clip
        "$($template.Status) $($template.TextStatus) $($template.SpeechStatus) $($template.FaceStatus)" | Should -Be 'Ok Ok Ok NotAsked'
    }

    It 'is Ok without the parts that nobody asked for' {
        $template = Get-VideoTemplate $clip -SkipText -SkipSpeech
        "$($template.Status) $($template.TextStatus) $($template.SpeechStatus)" | Should -Be 'Ok NotAsked NotAsked'
    }

    It 'is Partial in CSV and JSON where <Name> is missing' -ForEach @(
        @{ Name = 'the model of text'; Remove = '*ocr*'; Expected = 'Partial,ModelMissing,Ok' }
        @{ Name = 'the library that runs models'; Remove = 'libonnxruntime*'; Expected = 'Partial,ModelMissing,ModelMissing' }
    ) {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $sound = Join-Path $TestDrive 'sound.mp4'
        ffmpeg -v error -nostdin -y -i $clip -f lavfi -i 'sine=frequency=440:duration=2' -c:v copy -c:a aac -shortest $sound
        $csv = Invoke-Damaged $Remove "Get-VideoTemplate '$sound' -OutputDirectory '$folder' -WarningAction SilentlyContinue | ConvertTo-Csv" | ConvertFrom-Csv
        "$($csv.Status),$($csv.TextStatus),$($csv.SpeechStatus)" | Should -Be $Expected
        $json = Get-Content -Raw (Join-Path $folder '*.json') | ConvertFrom-Json
        "$($json.status),$($json.text_status),$($json.speech_status)" | Should -Be $Expected
    }
}

Describe 'A file with a header and no frames' {
    It 'has no frame rate, and is truncated' {
        $whole = Join-Path $TestDrive 'whole.mp4'
        ffmpeg -v error -nostdin -y -f lavfi -i 'testsrc2=size=320x180:rate=25:duration=1' -c:v libx264 -movflags empty_moov+frag_keyframe $whole
        $bytes = [IO.File]::ReadAllBytes($whole)
        $end = [Text.Encoding]::Latin1.GetString($bytes).IndexOf('moof') - 4
        $header = Join-Path $TestDrive 'header.mp4'
        [IO.File]::WriteAllBytes($header, $bytes[0..($end - 1)])
        $info = Get-VideoInfo $header
        $info.FrameRate | Should -BeNullOrEmpty
        $info.FramesPerSecond | Should -BeNullOrEmpty
        $info.Status | Should -Be 'Truncated'
        (Get-VideoInfo $whole).FrameRate.ToString() | Should -Be '25/1'
    }
}
