using VideoTools.Engine.Features;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Templates;

/// <summary>
/// One analysis inside of a template that needs models. Without them it listens no more, and the template comes with its columns null.
/// Its records are complete after <see cref="Complete"/>; until then another thread may add to them.
/// </summary>
/// <typeparam name="T">The records it emits.</typeparam>
internal sealed class TemplatePart<T>(string name, IAnalyzer analyzer) : IDisposable
{
    private readonly List<T> _records = [];

    /// <summary>What the columns are called in a warning.</summary>
    public string Name => name;

    /// <summary>What it listens to.</summary>
    public AnalyzerNeeds Needs => analyzer.Needs;

    /// <summary>Why there are no models; null while there are.</summary>
    public VideoError? Failure { get; private set; }

    /// <summary>The records, or null when the models failed.</summary>
    public IReadOnlyList<T>? Records => Failure is null ? _records : null;

    /// <summary>Begins, in the range of the template.</summary>
    public void Begin(AnalysisContext context) => Try(() => analyzer.Begin(
        new AnalysisContext(context.Info, context.From, context.To, record => _records.Add((T)record))
        {
            Cancellation = context.Cancellation,
            Warn = context.Warn,
        }));

    /// <summary>A small frame.</summary>
    public void OnFrame(VideoFrame frame)
    {
        if (Failure is null && analyzer.Needs.Frames)
        {
            Try(() => analyzer.OnFrame(frame));
        }
    }

    /// <summary>A large frame.</summary>
    public void OnStill(VideoFrame frame)
    {
        if (Failure is null)
        {
            Try(() => analyzer.OnStill(frame));
        }
    }

    /// <summary>Sound.</summary>
    public void OnAudio(AudioBlock block)
    {
        if (Failure is not null)
        {
            return;
        }

        try
        {
            // A block is a span: it cannot go into a lambda.
            analyzer.OnAudio(block);
        }
        catch (VideoToolsException exception) when (IsOfModels(exception))
        {
            Failure = exception.Error;
        }
    }

    /// <summary>The end of the video; waits for the models.</summary>
    public void Complete(DecodeSummary summary)
    {
        if (Failure is null)
        {
            Try(() => analyzer.Complete(summary));
        }
    }

    /// <summary>Ends the analysis.</summary>
    public void Dispose() => (analyzer as IDisposable)?.Dispose();

    private void Try(Action call)
    {
        try
        {
            call();
        }
        catch (VideoToolsException exception) when (IsOfModels(exception))
        {
            Failure = exception.Error;
        }
    }

    private static bool IsOfModels(VideoToolsException exception) =>
        exception.Error.Id is VideoErrorId.ModelMissing or VideoErrorId.ModelCorrupt;
}
