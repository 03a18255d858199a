// Clips of 5 s and altered copies of some of them, with the truth. Originals: windows of films that follow each other (neighbours share
// scenery, those of the globe a single shot), parts of their pictures, generated shots, and generated shots behind the same title.
using System.Globalization;
using VideoTools.TestMedia.Rendering;

namespace VideoTools.TestMedia.Similar;

/// <summary>Makes the sets.</summary>
public static class SimilarSets
{
    private const double Seconds = 5;
    private const double TitleSeconds = 2;
    private const string Encoder = "-an -c:v libx264 -preset ultrafast -pix_fmt yuv420p -threads 1";

    // Raise when something below changes.
    private const int Version = 2;

    // None is the mirror image of another, so that a title in the middle makes no mirrored copies.
    private static readonly string[] Parts =
        ["crop=iw/2:ih/2:0:0", "crop=iw/2:ih/2:iw*0.38:ih*0.1", "crop=iw/2:ih/2:iw*0.12:ih*0.45", "crop=iw/2:ih/2:iw/2:ih*0.4"];

    /// <summary>The clips of a set, made when they are not in the cache.</summary>
    public static IReadOnlyList<SimilarClip> Build(SimilarSetPlan plan)
    {
        var specs = Specs(plan);
        var folder = MediaCache.GetOrCreate(plan.Name, "clips", $"{plan} {Version}", target => Make(specs, target));
        return [.. specs.Select(spec => spec.Clip with { Path = Path.Combine(folder, spec.Clip.Name + ".mp4") })];
    }

    private static void Make(List<Spec> specs, string folder)
    {
        Directory.CreateDirectory(folder);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(specs.Where(spec => spec.Clip.Original is null), parallel, spec => Run(spec, folder));
        Parallel.ForEach(specs.Where(spec => spec.Clip.Original is not null), parallel, spec => Run(spec, folder));
    }

    private static void Run(Spec spec, string folder)
    {
        var inputs = spec.Inputs.Select(argument => argument.Replace("@", folder, StringComparison.Ordinal));
        var quality = spec.Clip.Alterations.Contains(Alteration.LowBitrate) ? "38" : "23";
        Ffmpeg.Run([
            .. inputs, "-filter_complex", spec.Filter, .. Encoder.Split(' '), "-crf", quality, "-y",
            Path.Combine(folder, spec.Clip.Name + ".mp4"),
        ]);
    }

    // 1080p, at half the size: the windows are cut from it many times.
    private static string Half(string film) => MediaCache.GetOrCreate(
        "similar-film", "half.mp4", film, target => Ffmpeg.Run(
            "-i", film, "-an", "-vf", "scale=iw/2:-2", "-c:v", "libx264", "-preset", "ultrafast", "-crf", "16", "-g", "24", target));

    private static List<Spec> Specs(SimilarSetPlan plan)
    {
        var random = new SplitMix((ulong)plan.Seed);
        List<Spec> specs = [];
        foreach (var (film, file, length) in new[]
        {
            ("bunny", Half(RealClips.BigBuckBunny!), 30.0), ("sintel", RealClips.SintelTrailer!, 52), ("globe", RealClips.ExampleMovie!, 30),
        })
        {
            for (var (start, i) = (plan.FilmStart, 0); start + Seconds <= length && i < plan.FilmWindows; start += Seconds, i++)
            {
                string[] input = ["-ss", Text(start), "-t", Text(Seconds), "-i", file];
                specs.Add(Original($"{film}-{i:00}", input, "scale=384:-2"));
                for (var part = 0; plan.Parts && film != "globe" && part < Parts.Length; part++)
                {
                    specs.Add(Original($"{film}-{i:00}-{part}", input, Parts[part] + ",scale=384:-2"));
                }
            }
        }

        specs.AddRange(Enumerable.Range(0, plan.Drawn).Select(i => Original($"drawn-{i:00}", [], Drawn(random, Seconds, ""))));
        specs.AddRange(Enumerable.Range(0, plan.WithIntro).Select(i => Original(
            $"intro-{i:00}", [], Drawn(random, Seconds - TitleSeconds, $"{Title()}[title];", "[title]"))));
        specs.AddRange(Copies(plan, specs, random));
        return specs;
    }

    private static List<Spec> Copies(SimilarSetPlan plan, List<Spec> originals, SplitMix random)
    {
        var kinds = Enum.GetValues<Alteration>().Where(kind => kind != Alteration.None).ToArray();
        // The windows of the globe are only there to be told apart: they hardly move, and what is cut from one is as like another.
        var moving = originals.Where(original => !original.Clip.Name.StartsWith("globe", StringComparison.Ordinal)).ToList();
        var chosen = Enumerable.Range(0, plan.Copies).Select(i => moving[i * moving.Count / plan.Copies].Clip).ToArray();
        List<Spec> copies = [];
        for (var i = 0; i < chosen.Length; i++)
        {
            // Each kind meets every sort of original.
            List<Alteration> wanted = [kinds[(i + (i / kinds.Length)) % kinds.Length]];
            if (plan.Combined)
            {
                wanted.Add(kinds[(i + (i / kinds.Length) + 1 + random.Next(0, kinds.Length - 2)) % kinds.Length]);
            }

            var offset = wanted.Contains(Alteration.Trim) ? 0.5 + (0.4 * random.NextDouble()) : 0;
            copies.Add(new Spec(
                new SimilarClip($"copy-{i:00}-{string.Join('-', wanted).ToLowerInvariant()}", chosen[i].Name, wanted, offset, ""),
                offset > 0
                    ? ["-ss", Text(offset), "-t", Text(Seconds - offset - 0.6), "-i", $"@/{chosen[i].Name}.mp4"]
                    : ["-i", $"@/{chosen[i].Name}.mp4"],
                "[0:v]" + string.Join(',', wanted.Order().Select(Filter))));
        }

        return copies;
    }

    private static string Filter(Alteration alteration) => alteration switch
    {
        Alteration.HalfSize => "scale=iw/2:-2",
        Alteration.Letterbox => "pad=iw:trunc(ih*0.66)*2:0:(oh-ih)/2:black",
        Alteration.Pillarbox => "pad=trunc(iw*0.65)*2:ih:(ow-iw)/2:0:black",
        Alteration.Crop => "crop=trunc(iw*0.475)*2:trunc(ih*0.475)*2:iw*0.035:ih*0.015",
        Alteration.FrameRate => "fps=15",
        Alteration.Mirror => "hflip",
        Alteration.Brightness => "eq=brightness=0.08:contrast=1.15",
        Alteration.Logo => "drawbox=x=iw*0.82:y=ih*0.06:w=iw*0.13:h=ih*0.14:color=yellow@0.9:t=fill,"
            + "drawbox=x=iw*0.84:y=ih*0.09:w=iw*0.05:h=ih*0.08:color=blue@0.9:t=fill",
        _ => "null",
    };

    private static Spec Original(string name, string[] inputs, string filter) =>
        new(new SimilarClip(name, null, [], 0, ""), inputs, inputs.Length > 0 ? "[0:v]" + filter : filter);

    // Shots of waves, rings and moving discs, one after another; half of them of fractals and automata.
    private static string Drawn(SplitMix random, double seconds, string before, string first = "")
    {
        var shots = random.Next(2, 4);
        var parts = Enumerable.Range(0, shots).Select(i => $"{Shot(random, seconds / shots)}[s{i}];");
        return before + string.Concat(parts) + first + string.Concat(Enumerable.Range(0, shots).Select(i => $"[s{i}]"))
            + $"concat=n={shots + (first.Length > 0 ? 1 : 0)}";
    }

    private static string Shot(SplitMix random, double seconds)
    {
        var end = $",trim=duration={Text(seconds)},setpts=PTS-STARTPTS,format=yuv420p,setsar=1";
        switch (random.Next(0, 3))
        {
            case 0:
                var (x, y) = (random.Between(-0.8, -0.6), random.Between(0.05, 0.4));
                return $"mandelbrot=size=384x216:rate=25:start_x={Text(x)}:start_y={Text(-y)}:start_scale={Text(random.Between(0.05, 1.2))}"
                    + $":end_pts=400:end_scale=0.001{end}";
            case 1:
                return $"life=size=48x28:rate=25:mold=6:ratio={Text(random.Between(0.2, 0.6))}:seed={random.Next(0, 1 << 30)}:death_color=#{random.Next(0, 0x7F):X2}2030"
                    + $":life_color=#F0{random.Next(0, 0xFF):X2}C0,scale=384:216:flags=neighbor{end}";
            default:
                // In a smaller size: every pixel is an expression.
                var wave = $"128+50*sin(X/{Text(random.Between(4, 24))}+T*{Text(random.Between(-3, 3))})*cos(Y/{Text(random.Between(4, 18))}+{Text(random.Between(0, 6))})";
                var ring = $"40*sin(hypot(X-{random.Next(0, 96)}-T*{random.Next(-9, 9)},Y-{random.Next(0, 54)})/{Text(random.Between(3, 15))})";
                var disc =
                    $"if(lt(hypot(X-{random.Next(0, 96)}-T*{random.Next(-18, 18)},Y-{random.Next(0, 54)}-T*{random.Next(-6, 6)}),{random.Next(8, 20)}),{random.Next(-90, 90)},0)";
                return $"nullsrc=size=96x54:rate=25,geq=lum='{wave}+{ring}+{disc}'"
                    + $":cb={random.Next(90, 166)}:cr={random.Next(90, 166)},scale=384:216:flags=bicubic{end}";
        }
    }

    private static string Title() =>
        $"color=c=0x203050:size=384x216:rate=25,drawbox=x=48:y=64:w=288:h=20:color=white:t=fill,drawbox=x=96:y=104:w=192:h=12:color=orange:t=fill"
        + $",drawbox=x='32+48*t':y=152:w=48:h=32:color=0x50C080:t=fill,trim=duration={Text(TitleSeconds)},setpts=PTS-STARTPTS,format=yuv420p,setsar=1";

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private sealed record Spec(SimilarClip Clip, string[] Inputs, string Filter);
}
