# Clips for the tests, made with ffmpeg: a cut every two seconds.
function New-TestClip {
    param(
        [Parameter(Mandatory)]
        [string] $Path,
        [int] $Seconds = 6,
        [string] $Size = '320x180'
    )

    New-Item -ItemType Directory -Force ([IO.Path]::GetDirectoryName($Path)) | Out-Null
    $source = "size=${Size}:rate=25:duration=$Seconds"
    $filter = "testsrc2=$source[a];smptehdbars=$source[b];[a][b]overlay=enable='gte(mod(t,4),2)'"
    ffmpeg -v error -nostdin -y -f lavfi -i $filter -c:v libx264 -preset ultrafast -pix_fmt yuv420p ('file:' + $Path)
    if ($LASTEXITCODE -ne 0) { throw "ffmpeg could not make $Path" }
}

# The decoders that this process has running.
function Get-DecoderChild {
    @(Get-Process -Name ffmpeg, ffprobe -ErrorAction Ignore | Where-Object { $_.Parent.Id -eq $PID })
}

# Runs a script block in another culture.
function Invoke-InCulture {
    param([string] $Culture, [scriptblock] $Script)

    $before = [cultureinfo]::CurrentCulture
    try {
        [cultureinfo]::CurrentCulture = $Culture
        & $Script
    }
    finally {
        [cultureinfo]::CurrentCulture = $before
    }
}
