"""Runs PySceneDetect (a peer; the project does not need it) on one clip and prints what it found as JSON.

usage: pyscenedetect.py CLIP [content|adaptive|both] [--scores] [--stats FILE.csv] [--minimum FRAMES]

Prints a list with one object a detector: {"detector", "version", "frames", "cuts": [frame...], "seconds": [...]}, and with --scores
"scores": one content value a frame. "both" is one decode and one run, as a user of two detectors would do it. Defaults are the
library's own. --stats writes the content detector's parts per frame (frame, content_val, delta_hue, delta_sat, delta_lum).
Ends with code 3 when the package is not importable.
"""

import argparse
import json
import sys

try:
    import scenedetect
    from scenedetect import AdaptiveDetector, ContentDetector, SceneManager, StatsManager, open_video
except ImportError as error:
    print(f"PySceneDetect is not installed here: {error}", file=sys.stderr)
    sys.exit(3)


def recording(base):
    """A detector of the class given that keeps its own cuts: the manager merges those of all detectors."""

    class Recording(base):
        def __init__(self, **options):
            super().__init__(**options)
            self.index = {}
            self.cuts = []

        def process_frame(self, timecode, frame_img):
            # Counted here: a frame number derived from a time is an estimate when the rate varies.
            self.index[round(timecode.seconds, 6)] = len(self.index)
            found = super().process_frame(timecode, frame_img)
            self.cuts.extend(found)
            return found

        def post_process(self, timecode):
            found = super().post_process(timecode)
            self.cuts.extend(found)
            return found

    return Recording


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("clip")
    parser.add_argument("mode", nargs="?", default="both", choices=["content", "adaptive", "both"])
    parser.add_argument("--scores", action="store_true")
    parser.add_argument("--stats")
    parser.add_argument("--minimum", type=int)
    arguments = parser.parse_args()

    options = {} if arguments.minimum is None else {"min_scene_len": arguments.minimum}
    classes = {"content": ContentDetector, "adaptive": AdaptiveDetector}
    names = list(classes) if arguments.mode == "both" else [arguments.mode]
    stats = StatsManager() if arguments.scores or arguments.stats else None
    manager = SceneManager(stats) if stats else SceneManager()
    detectors = {name: recording(classes[name])(**options) for name in names}
    for detector in detectors.values():
        manager.add_detector(detector)
    frames = manager.detect_scenes(open_video(arguments.clip))

    metrics = ["content_val", "delta_hue", "delta_sat", "delta_lum"]
    rows = []
    if stats:
        times = next(iter(detectors.values())).index
        count = len(times)
        for frame in range(count):
            rows.append([value or 0.0 for value in stats.get_metrics(frame, metrics)])

    if arguments.stats:
        with open(arguments.stats, "w", encoding="utf-8", newline="\n") as file:
            file.write("frame," + ",".join(metrics) + "\n")
            for frame, row in enumerate(rows):
                file.write(f"{frame}," + ",".join(f"{value:.6f}" for value in row) + "\n")

    results = []
    for name, detector in detectors.items():
        cuts = sorted(detector.cuts, key=lambda cut: cut.seconds)
        result = {
            "detector": name,
            "version": scenedetect.__version__,
            "frames": frames,
            "cuts": [detector.index.get(round(cut.seconds, 6), cut.frame_num) for cut in cuts],
            "seconds": [cut.seconds for cut in cuts],
        }
        if arguments.scores:
            result["scores"] = [row[0] for row in rows]
        results.append(result)
    print(json.dumps(results))


if __name__ == "__main__":
    main()
