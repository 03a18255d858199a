using VideoTools.Engine.Templates;

namespace VideoTools.Cli.Tests.Fakes;

/// <summary>Reads as the engine does, and remembers what it was to write.</summary>
internal sealed class FakeTemplates : ITemplates
{
    private readonly TemplateFiles _real = new();

    public List<(string Directory, bool Force)> Saves { get; } = [];

    public VideoToolsException? SaveFailure { get; set; }

    public bool IsFile(string path) => _real.IsFile(path);

    public IReadOnlyList<string> FindFiles(string directory) => _real.FindFiles(directory);

    public VideoTemplate? Read(string path, Action<VideoError> report) => _real.Read(path, report);

    public string GetPath(VideoTemplate template, string directory) => _real.GetPath(template, directory);

    public string Save(VideoTemplate template, string directory, bool force)
    {
        Saves.Add((directory, force));
        return SaveFailure is null ? GetPath(template, directory) : throw SaveFailure;
    }
}
