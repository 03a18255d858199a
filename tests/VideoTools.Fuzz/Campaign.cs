// Method: mutant N of a seed is made from the numbers of (seed, N) alone: what it is made from, how, and which target takes it. They are made
// and tried in rounds, those of one target together, as a user's folder would be. A mutant that hangs or crashes is kept with its number.
// At the end nothing may be left: no child, no file below the temporary folder or the work folder.
using System.Diagnostics;
using System.Globalization;
using VideoTools.Engine;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Fuzz;

/// <summary>One campaign.</summary>
internal sealed class Campaign : IDisposable
{
    private const int Round = 100;

    private readonly CampaignOptions _options;
    private readonly string _root;
    private readonly string _mutants;
    private readonly string _temporary;
    private readonly string _findings;
    private readonly FfmpegTools _tools;
    private readonly IVideoEngine _engine;
    private readonly ProcessWatch _watch;
    private readonly Tally _tally = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public Campaign(CampaignOptions options)
    {
        _options = options;
        _root = options.WorkDirectory ?? Directory.CreateTempSubdirectory("videotools-campaign-").FullName;
        _mutants = Directory.CreateDirectory(Path.Combine(_root, "mutants")).FullName;
        _temporary = Directory.CreateDirectory(Path.Combine(_root, "temporary")).FullName;
        _findings = Path.Combine(_root, "findings");

        // Whatever is written for a while, here or by children, is written where it is counted.
        Environment.SetEnvironmentVariable(OperatingSystem.IsWindows() ? "TEMP" : "TMPDIR", _temporary);
        Environment.SetEnvironmentVariable("VIDEOTOOLS_CACHE", Path.Combine(_root, "cache"));
        _tools = FfmpegLocator.Locate(options.FfmpegDirectory);
        _engine = VideoEngine.Create();
        _watch = new ProcessWatch(_mutants);
    }

    /// <summary>Runs it; 0 when nothing happened that must not.</summary>
    public int Run()
    {
        var seeds = Seeds.Make(_tools.Ffmpeg, _temporary);
        var targets = Targets();
        Console.WriteLine($"fuzz: {seeds.Count} seeds, {targets.Length} targets, work in {_root}");
        if (!TakesTheSeeds(seeds, targets))
        {
            return 2;
        }

        _clock.Restart();
        var orphans = 0;
        var (first, last) = _options.Only is { } only ? (only, only + 1) : (0, _options.Mutants);
        for (var number = first; number < last && _clock.Elapsed < _options.Time; number += Round)
        {
            var round = Enumerable.Range(0, (int)Math.Min(Round, last - number)).Select(i => Make(number + i, seeds, targets)).ToList();
            foreach (var group in round.GroupBy(item => item.Target))
            {
                group.Key.Try([.. group.Select(item => item.Mutant)], (mutant, verdict, detail) => Tell(group.Key, mutant, verdict, detail));
            }

            orphans += _watch.CountLeft(TimeSpan.FromSeconds(10));
            if (_options.Only is null)
            {
                round.ForEach(item => File.Delete(item.Mutant.Path));
            }

            Console.Write(string.Create(CultureInfo.InvariantCulture,
                $"\rfuzz: {_tally.Attempts} mutants, {_tally.Count(Verdict.Hang)} hangs, {_tally.Count(Verdict.Crash)} crashes, {_clock.Elapsed:hh\\:mm\\:ss} "));
        }

        Console.WriteLine();
        return Report(orphans);
    }

    public void Dispose()
    {
        _watch.Dispose();
        _engine.Dispose();
        if (_options.WorkDirectory is null && _options.Only is null && !Directory.Exists(_findings))
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    private ITarget[] Targets()
    {
        var engine = new EngineOptions
        {
            Cache = CacheMode.Off, FfmpegDirectory = Path.GetDirectoryName(_tools.Ffmpeg), StallTimeout = TimeSpan.FromSeconds(20),
        };
        ITarget Engine(string name, VideoRequest request) => new EngineTarget(name, _engine, request with { Engine = engine }, _options.TimeLimit);
        ITarget[] videos =
        [
            Engine("info", new InfoRequest()),
            Engine("info, frames counted", new InfoRequest { CountFrames = true }),
            Engine("scene", new AnalysisRequest(new SceneOptions())),
            Engine("crop", new AnalysisRequest(new CropOptions())),
            Engine("activity", new AnalysisRequest(new ActivityOptions())),
            Engine("frame", new AnalysisRequest(new FrameOptions())),
            Engine("signature", new AnalysisRequest(new SignatureOptions())),
            Engine("template without models", new AnalysisRequest(new TemplateOptions { SkipText = true, SkipSpeech = true })),
            Engine("still", new StillRequest()),
            new CliTarget("scene", Path.GetDirectoryName(_tools.Ffmpeg)!, _options.TimeLimit),
            new CliTarget("info", Path.GetDirectoryName(_tools.Ffmpeg)!, _options.TimeLimit),
        ];
        return [.. videos, .. Readers.All(_engine, _options.TimeLimit)];
    }

    // A target that refuses whole files would refuse every mutant, and find nothing.
    private bool TakesTheSeeds(IReadOnlyList<(string Name, byte[] Bytes)> seeds, ITarget[] targets)
    {
        var isRight = true;
        foreach (var target in targets)
        {
            List<Mutant> whole = [];
            foreach (var (name, bytes) in seeds.Where(seed => target.Takes(seed.Name)).Take(SeedsFor(target)))
            {
                whole.Add(new Mutant(-1, name, Path.Combine(_mutants, name)));
                File.WriteAllBytes(whole[^1].Path, bytes);
            }

            target.Try(whole, (mutant, verdict, detail) =>
            {
                isRight &= verdict == Verdict.Answered;
                Console.Write(verdict == Verdict.Answered ? "" : $"fuzz: {target.Name} does not take {mutant.Name} as it is: {verdict} {detail}\n");
            });
            whole.ForEach(mutant => File.Delete(mutant.Path));
        }

        return isRight;
    }

    // Each start of a child counts: the containers are tried by one target, the others take a few.
    private static int SeedsFor(ITarget target) => target is CliTarget ? 1 : target.Name == "info" ? int.MaxValue : 2;

    private (Mutant Mutant, ITarget Target) Make(long number, IReadOnlyList<(string Name, byte[] Bytes)> seeds, ITarget[] targets)
    {
        // Half of them are files for readers of ours: a few milliseconds each, where a video takes the start of a child or two.
        var random = new Randomness(_options.Seed, (ulong)number);
        var isText = random.Below(2) == 0;
        var (name, bytes) = random.Pick([.. seeds.Where(seed => seed.Name.StartsWith(Seeds.TextPrefix, StringComparison.Ordinal) == isText)]);

        // Processes of the command line cost most: one in eight of those that draw one.
        var takers = targets.Where(target => target.Takes(name)).ToList();
        var target = random.Pick(takers);
        if (target is CliTarget && random.Below(8) > 0)
        {
            target = takers.First(taker => taker is not CliTarget);
        }

        var path = Path.Combine(_mutants, string.Create(CultureInfo.InvariantCulture, $"{number:0000000}-{name}"));
        var isValue = isText && name != Seeds.Nut && random.Below(3) > 0;
        File.WriteAllBytes(path, isValue ? TextMutator.Mutate(bytes, random) : Mutator.Mutate(bytes, random.Pick(seeds).Bytes, random));
        return (new Mutant(number, Path.GetFileName(path), path), target);
    }

    private void Tell(ITarget target, Mutant mutant, Verdict verdict, string detail)
    {
        _tally.Add(target.Name, verdict, detail);
        if (verdict is Verdict.Hang or Verdict.Crash)
        {
            Directory.CreateDirectory(_findings);
            File.Copy(mutant.Path, Path.Combine(_findings, mutant.Name), overwrite: true);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"\r{verdict}: {target.Name} of {mutant.Name} (--seed {_options.Seed} --only {mutant.Number}): {detail}"));
        }
    }

    private int Report(int orphans)
    {
        string[] allowed = [_findings];
        var left = Directory.EnumerateFileSystemEntries(_temporary)
            .Concat(Directory.EnumerateFileSystemEntries(_mutants).Where(_ => _options.Only is null))
            .Except(allowed)
            .ToList();
        left.ForEach(path => Console.WriteLine("left: " + path));
        using var self = Process.GetCurrentProcess();
        var seconds = _clock.Elapsed.TotalSeconds;
        static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0} MB");
        var watched = ProcessWatch.IsAvailable;
        var text = _tally.Describe(_options,
        [
            ("hangs", Number(_tally.Count(Verdict.Hang))),
            ("crashes (exceptions, traces, InternalError)", Number(_tally.Count(Verdict.Crash))),
            ("orphans", watched ? Number(orphans) : "not counted here"),
            ("files left", Number(left.Count)),
            ("peak memory of this process", Megabytes(self.PeakWorkingSet64)),
            ("peak memory of a decoder", watched ? Megabytes(_watch.DecoderPeak) : "not counted here"),
            ("peak memory of the command line", watched ? Megabytes(_watch.CliPeak) : "not counted here"),
            ("seconds", seconds.ToString("0", CultureInfo.InvariantCulture)),
            ("mutants a second", (_tally.Attempts / seconds).ToString("0.0", CultureInfo.InvariantCulture)),
        ]);
        Console.WriteLine(text);
        if (_options.Report is { } report)
        {
            File.WriteAllText(report, text);
        }

        return _tally.Count(Verdict.Hang) + _tally.Count(Verdict.Crash) + orphans + left.Count == 0 ? 0 : 1;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
