using VideoTools.Engine.Inference;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>
/// Reads pictures with the PP-OCR models of the catalogue, and has Tesseract read again what these may have read wrongly. Not thread-safe:
/// one instance per file; the models are shared.
/// </summary>
internal sealed class PaddleTextReader(TextOptions options) : ITextReader
{
    // Shorter than this a box cannot hold a letter that the network reads.
    private const double MinimumHeight = 6;

    private TextPage? _page;
    private TextDetector? _detector;
    private TextRecognizer? _recognizer;
    private SecondReader? _second;

    public InferenceDevice Device { get; private set; } = Devices.Resolve(options.Device).Device;

    public void Prepare(Action<string> warn)
    {
        if (_recognizer is not null)
        {
            return;
        }

        var sessions = ModelSessions.Shared;
        var detection = sessions.GetDefault(ModelKind.TextDetection, options.Device);
        var recognition = sessions.GetDefault(ModelKind.TextRecognition, options.Device);
        Device = recognition.Device;
        _detector = new TextDetector(detection);
        _recognizer = new TextRecognizer(recognition, Alphabets.For(sessions.Catalogue, recognition.Model, options.Language));
        _second = SecondReaders.Create(options, warn);
    }

    public IReadOnlyList<IReadOnlyList<TextLine>> Read(IReadOnlyList<VideoFrame> stills)
    {
        Prepare(_ => { });
        var pages = new List<TextPage>();
        var tasks = new List<TextTask>();
        foreach (var still in stills)
        {
            var boxes = LineMerging.Merge(_detector!.Find(still).Select(f => f.Box))
                .Where(b => Math.Min(b.Width, b.Height) >= MinimumHeight).ToList();
            _page = new TextPage(still, boxes, _page, tasks);
            pages.Add(_page);
        }

        var lines = _recognizer!.Read(tasks);
        _second?.Review(tasks, lines);
        return [.. pages.Select(p => p.Lines(lines, options.MinimumConfidence))];
    }
}
