using VideoTools.Engine.Templates;

namespace VideoTools.Cli.Tests.Fakes;

/// <summary>Reads as the engine does, and remembers what it was to write.</summary>
internal sealed class FakeTemplates : ITemplates
{
    private readonly TemplateFiles _real = new();

    public List<(string Path, bool Force)> Saves { get; } = [];

    public VideoToolsException? SaveFailure { get; set; }

    public bool IsFile(string path) => _real.IsFile(path);

    public IReadOnlyList<string> FindFiles(string directory) => _real.FindFiles(directory);

    public VideoTemplate? Read(string path, Action<VideoError> report) => _real.Read(path, report);

    public string GetPath(VideoTemplate template, string directory) => _real.GetPath(template, directory);

    public string Claim(VideoTemplate template, string directory, IDictionary<string, string> taken, Action<string> warn) =>
        _real.Claim(template, directory, taken, warn);

    public FileOutcome Save(VideoTemplate template, string path, bool force)
    {
        Saves.Add((path, force));
        return SaveFailure is null ? FileOutcome.Written : throw SaveFailure;
    }

    public FileOutcome SetNiche(string path, string? niche) => _real.SetNiche(path, niche);
}
