"""Times nothing itself: runs the position analysis of the smart crop tool that VideoTools replaces, when its package can be imported.

usage: smartcrop.py VIDEO ASPECT GRID SCALE FRAMES WORKERS   (PYTHONPATH names the folder that holds the package smart_crop)
"""
import sys

from smart_crop.analysis.ffmpeg import FFmpegAnalyzer
from smart_crop.analysis.parallel import analyze_positions_parallel
from smart_crop.core.dimensions import calculate_crop_dimensions
from smart_crop.core.grid import generate_analysis_grid


def main() -> None:
    video, aspect, grid, scale, frames, workers = sys.argv[1:7]
    width, height = FFmpegAnalyzer(video).get_dimensions()
    aspect_width, aspect_height = (int(part) for part in aspect.split(":"))
    size = calculate_crop_dimensions(width, height, aspect_width, aspect_height, float(scale))
    positions = generate_analysis_grid(size.max_x, size.max_y, int(grid))
    metrics = analyze_positions_parallel(
        video, positions, size.crop_w, size.crop_h, sample_frames=int(frames), max_workers=int(workers))
    print(len(metrics))


if __name__ == "__main__":
    main()
