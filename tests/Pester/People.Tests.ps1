BeforeDiscovery {
    $photograph = Join-Path $PSScriptRoot '..' '..' '.assets' '@vladmandic' 'face-api' 'sample6.jpg'
    $hasPhotograph = Test-Path $photograph
    if (-not $hasPhotograph) { Write-Warning 'SKIPPED, NOT PASSED: the photographs are not in .assets (run the test task, which fetches them)' }
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')

    # A face as a row of a CSV file would have it.
    function New-Face([string] $File, [int] $Track, [double] $Seconds, [string] $Embedding, [double] $Score = 0.5, [int] $InFrame = 1) {
        [pscustomobject]@{
            FullName = $File; TrackId = $Track; Seconds = $Seconds; Frame = [int]($Seconds * 2); FaceIndex = 1; FacesInFrame = $InFrame
            Width = 90; Height = 90; Quality = 0.8; Sharpness = 90; CompositeScore = $Score; Embedding = $Embedding
        }
    }

    $faces = @(
        0..9 | ForEach-Object { New-Face '/v/a.mp4' 1 ($_ * 0.5) '1;0;0.1;0' (0.3 + $_ / 100) }
        0..3 | ForEach-Object { New-Face '/v/a.mp4' 2 (20 + $_ * 0.5) '0;1;0;0.1' 0.4 2 }
        0..4 | ForEach-Object { New-Face '/v/b.mp4' 1 ($_ * 0.5) '0.95;0.1;0;0.1' (0.6 + $_ / 100) }
    )
}

Describe 'Group-VideoFace' {
    It 'gives a record a person, the longest shown first' {
        $people = @($faces | Group-VideoFace)
        $people.PersonId | Should -Be 1, 2
        $people.FaceCount | Should -Be 15, 4
        $people.VideoCount | Should -Be 2, 1
        $people.ScreenSeconds | Should -Be 7.5, 2
        $people.SoloShare | Should -Be 1, 0
        $people[0].FullName | Should -Be '/v/b.mp4'
        $people[0].Seconds | Should -Be 2
        $people[0].First.TotalSeconds | Should -Be 0
    }

    It 'gives the best shots of each person, apart in time' {
        $shots = @($faces | Group-VideoFace -Best 3)
        $shots.PersonId | Should -Be 1, 1, 1, 2
        # Not $shots.Rank: an array has a rank of its own.
        $shots | ForEach-Object Rank | Should -Be 1, 2, 3, 1
        $shots[0..2] | ForEach-Object { "$($_.FullName) $($_.Seconds)" } | Should -Be '/v/b.mp4 2', '/v/a.mp4 4.5', '/v/a.mp4 1.5'
        @($faces | Group-VideoFace -Best 3 -MinimumGap 0 | Where-Object PersonId -EQ 2).Count | Should -Be 3
    }

    It 'gives every face with its person' {
        $all = @($faces | Group-VideoFace -Face)
        $all.Count | Should -Be 19
        $all[0].PersonId | Should -Be 1
        $all[10].PersonId | Should -Be 2
        $all[10].IsSolo | Should -BeFalse
    }

    It 'is the same after a CSV file in <_>, in any order' -ForEach 'en-US', 'de-DE' {
        $expected = "$($faces | Group-VideoFace)"
        $rows = Invoke-InCulture $_ { $faces | Sort-Object { Get-Random -SetSeed 4 } | ConvertTo-Csv | ConvertFrom-Csv }
        "$(Invoke-InCulture $_ { $rows | Group-VideoFace })" | Should -Be $expected
    }

    It 'reads back what it gives from a CSV file in <_>' -ForEach 'en-US', 'de-DE' {
        $people = @($faces | Group-VideoFace)
        $row = @(Invoke-InCulture $_ { $people | ConvertTo-Csv | ConvertFrom-Csv })[0]
        [VideoTools.RecordReader].GetMethods().Where({ $_.IsGenericMethod -and $_.Name -eq 'TryRead' })[0].MakeGenericMethod([VideoTools.VideoPerson]).Invoke(
            $null, ($arguments = @([Func[string, object]] { param($name) $row.$name }.GetNewClosure(), $null, $null))) | Should -BeTrue
        "$($arguments[1])" | Should -Be "$($people[0])"
    }

    It 'goes on behind a row that is no face' {
        $people = @(@($faces[0], [pscustomobject]@{ Name = 'none' }) + $faces[1..18] | Group-VideoFace -ErrorAction SilentlyContinue -ErrorVariable problems)
        $people.FaceCount | Should -Be 15, 4
        @($problems).Count | Should -Be 1
    }

    It 'warns of faces that nothing is known of' {
        $faces[0..3] + (New-Face '/v/a.mp4' 9 9 '') | Group-VideoFace -WarningVariable warnings -WarningAction SilentlyContinue | Should -HaveCount 1
        "$warnings" | Should -Match '1 of 5 faces'
    }

    It 'refuses <Name> <Value>' -ForEach @(@{ Name = 'Threshold'; Value = 2 }, @{ Name = 'MinimumGap'; Value = -1 }) {
        $more = @{ $Name = $Value }
        { $faces | Group-VideoFace @more } | Should -Throw -ErrorId 'InvalidOption*' -ExpectedMessage "$Name*"
    }
}

Describe 'Compare-VideoFace' -Skip:(-not $hasPhotograph) {
    BeforeAll {
        $photograph = Join-Path $PSScriptRoot '..' '..' '.assets' '@vladmandic' 'face-api' 'sample6.jpg'
        $found = @(Get-VideoFace -LiteralPath $photograph)

        # One of the people of the photograph by himself, and a picture of nobody.
        $best = $found | Sort-Object CompositeScore -Descending | Select-Object -First 1
        $box = '{0}:{1}:{2}:{3}' -f ($best.Width * 2), ($best.Height * 2), [math]::Max(0, $best.X - $best.Width / 2), [math]::Max(0, $best.Y - $best.Height / 2)
        $portrait = Join-Path $TestDrive 'portrait.png'
        ffmpeg -v error -nostdin -y -i $photograph -vf "crop=$box" -frames:v 1 $portrait
        $nobody = Join-Path $TestDrive 'nobody.png'
        ffmpeg -v error -nostdin -y -f lavfi -i testsrc2=size=320x180:duration=1 -frames:v 1 $nobody
    }

    It 'knows the person of the picture among the others' {
        $matches = @($found | Compare-VideoFace $portrait, $nobody -ErrorAction SilentlyContinue -ErrorVariable problems)
        $matches.Count | Should -Be $found.Count
        $matches.Where({ $_.IsMatch }).Count | Should -Be 1
        $matches.Where({ $_.IsMatch }).X | Should -Be $best.X
        $matches[0].ReferencePath | Should -Be $portrait
        "$problems" | Should -Match 'nobody.png'
    }

    It 'gives the first match alone' {
        ($found | Compare-VideoFace $portrait | Where-Object IsMatch | Select-Object -First 1).X | Should -Be $best.X
    }

    It 'refuses pictures of nobody' {
        { $found | Compare-VideoFace $nobody -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'InvalidOption*'
    }
}
