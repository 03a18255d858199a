# Names and types: one name for one thing, enums stay enums, times are times, numbers are whole where they are data.
BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')
    $clip = Join-Path $TestDrive 'clip.mp4'
    New-TestClip $clip -Seconds 2
}

Describe 'A frame rate' {
    It 'compares with numbers and text' {
        $rate = (Get-VideoInfo $clip).FrameRate
        $rate -gt 24 | Should -BeTrue
        $rate -lt 29.97 | Should -BeTrue
        $rate -eq 25 | Should -BeTrue
        $rate -ge '30000/1001' | Should -BeFalse
    }

    It 'sorts as a number' {
        $rates = '100/1', '24000/1001', '25/1', '9/1' | ForEach-Object { [pscustomobject]@{ FrameRate = [VideoTools.Rational]$_ } }
        ($rates | Sort-Object FrameRate).FrameRate.ForEach({ "$_" }) | Should -Be '9/1', '24000/1001', '25/1', '100/1'
        ($rates | Measure-Object FrameRate -Maximum).Maximum | Should -Be 100
    }
}

Describe '-Interval' {
    It 'is a time, and takes a number as seconds: <_>' -ForEach 'Get-VideoText', 'Get-VideoFace', 'Get-VideoFrame', 'Invoke-VideoQuery' {
        $type = (Get-Command $_).Parameters['Interval'].ParameterType
        [Nullable]::GetUnderlyingType($type) ?? $type | Should -Be ([timespan])
    }

    It 'means the same as a number and as a time' {
        $asNumber = Get-VideoText $clip -Sampling Interval -Interval 0.5 | ConvertTo-Csv
        Get-VideoText $clip -Sampling Interval -Interval ([timespan]::FromSeconds(0.5)) | ConvertTo-Csv | Should -Be $asNumber
        Get-VideoText $clip -Sampling Interval -Interval '00:00:00.5' | ConvertTo-Csv | Should -Be $asNumber
    }
}

Describe 'One name' {
    It 'stands for the size of a file: Length, as of every file' {
        foreach ($type in 'VideoInfo', 'VideoCacheEntry', 'ModelInfo', 'SimilarVideo', 'ExportedVideo', 'ExportedFrame', 'SceneFile', 'CropPreview', 'SavedFile') {
            $names = ([type]"VideoTools.$type").GetProperties().Name
            $names | Should -Contain 'Length' -Because $type
            $names | Should -Not -Contain 'Bytes' -Because $type
            $names | Should -Not -Contain 'FileSize' -Because $type
        }
        (Get-VideoInfo $clip).Length | Should -Be (Get-Item $clip).Length
    }

    It 'stands for the video that a file was made from: VideoPath' {
        foreach ($type in 'ExportedVideo', 'ExportedFrame', 'FrameSheet', 'SceneFile', 'CropPreview', 'SavedFile') {
            ([type]"VideoTools.$type").GetProperties().Name | Should -Contain 'VideoPath' -Because $type
        }
    }

    It 'stands for the niche: Niche, on templates, videos and statistics' {
        foreach ($type in 'VideoTemplate', 'VideoNiche', 'NicheStatistic', 'NicheRecommendation') {
            ([type]"VideoTools.$type").GetProperties().Name | Should -Contain 'Niche' -Because $type
        }
    }

    It 'stands for the file to write beside -Path, and the other names still work' {
        (Get-Command Export-VideoTranscript).Parameters['Path'].Aliases | Should -Contain 'Destination'
        (Get-Command Export-VideoReport).Parameters['Path'].Aliases | Should -Contain 'Destination'
        (Get-Command Export-VideoTaxonomy).Parameters['Path'].Aliases | Should -Contain 'Destination'
        (Get-Command Optimize-VideoModel).Parameters['OutputPath'].Aliases | Should -Contain 'Destination'
    }

    It 'stands for a time: no parameter counts seconds by another type' {
        $odd = foreach ($command in Get-Command -Module VideoTools -CommandType Cmdlet) {
            foreach ($parameter in $command.Parameters.Values) {
                if ($parameter.Name -match 'Second|Interval|Timeout|Gap$|Length$|Overlap$' -and
                    ([Nullable]::GetUnderlyingType($parameter.ParameterType) ?? $parameter.ParameterType) -ne [timespan]) { "$($command.Name) -$($parameter.Name)" }
            }
        }
        $odd | Should -BeNullOrEmpty
    }
}

Describe 'Types' {
    It 'of a scene: the detector is an enum, as the parameter is' {
        (Get-VideoScene $clip | Select-Object -First 1).Detector | Should -BeOfType ([VideoTools.SceneDetector])
    }

    It 'of devices are enums on every record' {
        foreach ($type in [VideoTools.VideoInfo].Assembly.GetExportedTypes().Where({ $_.GetProperty('Device') -and $_.Name -notmatch 'Options$|Order$' })) {
            $device = $type.GetProperty('Device').PropertyType
            [Nullable]::GetUnderlyingType($device) ?? $device | Should -Be ([VideoTools.InferenceDevice]) -Because $type.Name
        }
    }

    It 'of numbers are whole in the data: words have the times that the model gave' {
        $text = '1.234567890123-2.50'
        $read = $null
        [VideoTools.TranscriptWord]::TryParse("word@$text", [ref]$read) | Should -BeTrue
        "$read" | Should -Be "word@$text"
        $read.StartSeconds | Should -Be 1.234567890123
    }

    It 'a vertical crop is as large as fits' {
        @(Invoke-CropAnalysis $clip -Aspect 9:16 -Grid 3)[0].Height | Should -Be 180
    }
}
