#!/bin/sh
# Makes content.mp4 (ffmpeg's own sources only) and, where PySceneDetect is importable, pyscenedetect-content.csv from it.
# 240 pixels wide: PySceneDetect scales down only above 256, so both programs see the same pixels.
set -e
cd "$(dirname "$0")"
ffmpeg -v error -y \
  -f lavfi -i "testsrc2=s=240x136:r=25" \
  -f lavfi -i "mandelbrot=s=240x136:r=25:start_scale=0.3:end_scale=0.01:end_pts=60" \
  -f lavfi -i "gradients=s=240x136:r=25:seed=3:speed=0.02:nb_colors=4" \
  -f lavfi -i "smptebars=s=240x136:r=25" \
  -f lavfi -i "life=s=60x34:r=25:seed=2:ratio=0.2:mold=8:life_color=#FFE0A0:death_color=#204060:mold_color=#604020,scale=240:136" \
  -filter_complex "[0]format=yuv420p,trim=end_frame=36,setpts=N/25/TB[a];[1]format=yuv420p,trim=end_frame=32,setpts=N/25/TB[b];\
[2]format=yuv420p,trim=end_frame=30,setpts=N/25/TB[c];[3]format=yuv420p,trim=end_frame=20,setpts=N/25/TB[d];\
[4]format=yuv420p,trim=end_frame=32,setpts=N/25/TB[e];[a][b][c][d][e]concat=n=5:v=1:a=0" \
  -c:v libx264 -preset slow -crf 26 -pix_fmt yuv420p -g 60 -movflags +faststart -fflags +bitexact -flags:v +bitexact -map_metadata -1 content.mp4
"${PYTHON:-/usr/bin/python3}" ../../VideoTools.Benchmarks/peers/pyscenedetect.py content.mp4 content --stats pyscenedetect-content.csv
