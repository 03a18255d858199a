using System.Globalization;
using VideoTools.TestMedia.Rendering;

namespace VideoTools.TestMedia.Scenes;

/// <summary>
/// Composes a clip picture by picture and pipes it to the encoder. The truth is known by construction: it is counted from the recipe, never
/// measured on the result (the tests do that, independently).
/// </summary>
public static class SceneClipBuilder
{
    /// <summary>The clip for a recipe, made when it is not in the cache.</summary>
    public static SceneClip Build(SceneClipSpec spec)
    {
        if (spec.Transitions.Count != spec.Shots.Count - 1)
        {
            throw new ArgumentException($"{spec.Name}: {spec.Shots.Count} shots need {spec.Shots.Count - 1} transitions.", nameof(spec));
        }

        var path = MediaCache.GetOrCreate(spec.Name, spec.Name + "." + (spec.Finish?.Container ?? "mp4"), spec.Key, target => Render(spec, target));
        return Describe(spec, path);
    }

    private static SceneClip Describe(SceneClipSpec spec, string path)
    {
        var transitions = new List<SceneTransition>();
        long position = spec.Shots[0].Frames;
        for (var i = 0; i < spec.Transitions.Count; i++)
        {
            var transition = spec.Transitions[i];
            var (first, last) = transition.Kind switch
            {
                TransitionKind.Cut => (position, position),
                TransitionKind.Fade => (position - transition.Frames, position + transition.Hold + transition.Frames - 1),
                _ => (position - transition.Frames, position - 1),
            };
            position += transition.Kind == TransitionKind.Fade ? transition.Hold : -transition.Overlap;
            position += spec.Shots[i + 1].Frames;
            transitions.Add(Locate(spec, transition.Kind, first, last));
        }

        return new SceneClip
        {
            Name = spec.Name,
            Path = path,
            FrameRate = spec.Finish?.Rate ?? spec.Rate,
            FrameCount = (int)(spec.VariableRate ? KeptBefore(position) : spec.Finish?.Locate(position, spec.Rate) ?? position),
            IsVariableFrameRate = spec.VariableRate,
            Transitions = transitions,
            Ignored = spec.FadeIn > 0 ? [(0, spec.FadeIn)] : [],
        };
    }

    private static SceneTransition Locate(SceneClipSpec spec, TransitionKind kind, long first, long last)
    {
        if (spec.Finish is { Rate: { } rate } finish)
        {
            (first, last) = (finish.Locate(first, spec.Rate), finish.Locate(last, spec.Rate));
            return new SceneTransition(kind, first, last, first / rate.ToDouble(), last / rate.ToDouble());
        }

        if (spec.VariableRate)
        {
            // The first survivor at or after the first frame, the last survivor at or before the last.
            while (!SceneClipSpec.IsKept(first))
            {
                first++;
            }

            while (last > first && !SceneClipSpec.IsKept(last))
            {
                last--;
            }

            last = Math.Max(first, last);
        }

        var (start, end) = (Seconds(first), Seconds(last));
        return spec.VariableRate
            ? new SceneTransition(kind, KeptBefore(first), KeptBefore(last), start, end)
            : new SceneTransition(kind, first, last, start, end);

        double Seconds(long frame) => (double)((decimal)frame * spec.Rate.Denominator / spec.Rate.Numerator);
    }

    private static long KeptBefore(long frame)
    {
        var kept = 0L;
        for (var i = 0L; i < frame; i++)
        {
            kept += SceneClipSpec.IsKept(i) ? 1 : 0;
        }

        return kept;
    }

    private static void Render(SceneClipSpec spec, string target)
    {
        List<string> arguments =
        [
            "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", FormattableString.Invariant($"{spec.Width}x{spec.Height}"),
            "-r", spec.Rate.ToString(), "-i", "pipe:0",
        ];
        if (spec.VariableRate)
        {
            arguments.AddRange(["-vf", $"select='{SceneClipSpec.KeepExpression}'", "-vsync", "passthrough"]);
        }

        if (spec.Finish is { } finish)
        {
            arguments.AddRange(["-vf", finish.Filters]);
        }

        // The time scale holds every frame time exactly: a whole number of ticks a frame for each rate used.
        var scale = ((spec.Finish?.Rate ?? spec.Rate).Numerator * 512).ToString(CultureInfo.InvariantCulture);
        arguments.AddRange(spec.Finish is { Encoder.Count: > 0 } other ? [.. other.Encoder, target] :
        [
            "-c:v", "libx264", "-preset", "superfast", "-crf", "19", "-bf", "2", "-g", "120", "-pix_fmt", "yuv420p",
            "-video_track_timescale", scale, "-movflags", "+faststart", "-fflags", "+bitexact", "-flags", "+bitexact", target,
        ]);
        Ffmpeg.Feed(arguments, stream => Compose(spec, stream));
    }

    private static void Compose(SceneClipSpec spec, Stream stream)
    {
        var mixed = new RawFrame(spec.Width, spec.Height);
        var written = 0;
        var reader = Open(0);
        try
        {
            for (var i = 0; i < spec.Shots.Count; i++)
            {
                var before = i == 0 ? null : spec.Transitions[i - 1];
                var after = i == spec.Transitions.Count ? null : spec.Transitions[i];
                var solo = spec.Shots[i].Frames - (before?.Overlap ?? 0) - (after?.Overlap ?? 0);
                var rise = before?.Kind == TransitionKind.Fade ? before.Frames : 0;
                var fall = after?.Kind == TransitionKind.Fade ? after.Frames : 0;
                if (solo < rise + fall)
                {
                    throw new ArgumentException($"{spec.Name}: shot {i} is too short for its transitions.", nameof(spec));
                }

                for (var k = 0; k < solo; k++)
                {
                    var frame = Take(reader, i);
                    if (k < rise)
                    {
                        frame.Towards(before!.FadeLuma, 1 - ((k + 1.0) / (rise + 1)));
                    }

                    if (k >= solo - fall)
                    {
                        frame.Towards(after!.FadeLuma, (k - (solo - fall) + 1.0) / (fall + 1));
                    }

                    Write(frame);
                }

                if (after is null)
                {
                    return;
                }

                for (var k = 0; k < after.Hold; k++)
                {
                    mixed.Fill(after.FadeLuma);
                    Write(mixed);
                }

                var next = Open(i + 1);
                try
                {
                    for (var k = 0; k < after.Overlap; k++)
                    {
                        Mixer.Mix(Take(reader, i), Take(next, i + 1), mixed, after.Style, k, after.Overlap);
                        Write(mixed);
                    }
                }
                catch
                {
                    next.Dispose();
                    throw;
                }

                reader.Dispose();
                reader = next;
            }
        }
        finally
        {
            reader.Dispose();
        }

        ShotReader Open(int index) => new(spec.Shots[index], spec.Width, spec.Height, spec.Rate);

        RawFrame Take(ShotReader source, int index)
        {
            var frame = source.Next();
            if (spec.BarCode)
            {
                ShotBarCode.Draw(frame, index);
            }

            return frame;
        }

        void Write(RawFrame frame)
        {
            if (written < spec.FadeIn)
            {
                frame.Towards(RawFrame.Black, 1 - ((written + 1.0) / (spec.FadeIn + 1)));
            }

            foreach (var overlay in spec.Overlays)
            {
                overlay.Apply(frame, written, int.MaxValue);
            }

            written++;
            stream.Write(frame.Data);
        }
    }
}
