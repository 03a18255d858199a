using VideoTools.Engine.Inference;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>
/// Reads pictures with the PP-OCR models of the catalogue. Not thread-safe: one instance per file; the models are shared.
/// </summary>
internal sealed class PaddleTextReader(DeviceOrder device, string? language, double minimumConfidence) : ITextReader
{
    // Shorter than this a box cannot hold a letter that the network reads.
    private const double MinimumHeight = 6;

    private TextPage? _page;
    private TextDetector? _detector;
    private TextRecognizer? _recognizer;

    public InferenceDevice Device { get; private set; } = Devices.Resolve(device).Device;

    public void Prepare()
    {
        if (_recognizer is not null)
        {
            return;
        }

        var sessions = ModelSessions.Shared;
        var detection = sessions.GetDefault(ModelKind.TextDetection, device);
        var recognition = sessions.GetDefault(ModelKind.TextRecognition, device);
        Device = recognition.Device;
        _detector = new TextDetector(detection);
        _recognizer = new TextRecognizer(recognition, Alphabets.For(sessions.Catalogue, recognition.Model, language));
    }

    public IReadOnlyList<IReadOnlyList<TextLine>> Read(IReadOnlyList<VideoFrame> stills)
    {
        Prepare();
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
        return [.. pages.Select(p => p.Lines(lines, minimumConfidence))];
    }
}
