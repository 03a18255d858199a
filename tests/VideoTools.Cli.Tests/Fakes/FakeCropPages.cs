namespace VideoTools.Cli.Tests.Fakes;

/// <summary>Pages on which the first candidate is taken after a while, and a video written where that is asked for.</summary>
internal sealed class FakeCropPages : ICropPages
{
    public List<(VideoInput Input, CropPageOptions Options)> Opened { get; } = [];

    public int Shown { get; private set; }

    public int Closed { get; private set; }

    public CropMode Mode { get; init; } = CropMode.Static;

    public ICropPage Open(VideoInput input, CropPageOptions options)
    {
        Opened.Add((input, options));
        return new FakePage(this, input, options);
    }

    private sealed class FakePage(FakeCropPages pages, VideoInput input, CropPageOptions options) : ICropPage
    {
        private int _waits;

        public string Url => "http://127.0.0.1:1/key/";

        public string Status => "Waiting";

        public int Percent => -1;

        public IReadOnlyList<string> TakeWarnings() => _waits == 1 ? ["it is dark"] : [];

        public bool TryShow()
        {
            pages.Shown++;
            return false;
        }

        public CropChoice? Wait(TimeSpan timeout)
        {
            if (_waits++ < 2)
            {
                return null;
            }

            var candidate = new CropCandidate
            {
                FullName = input.FullName, Number = 1, X = 4, Y = 0, Width = 90, Height = 160, Strategy = "Balanced",
            };
            var video = options.Export is null ? null : new ExportedVideo { FullName = "/out/new.mp4", VideoPath = input.FullName };
            return new CropChoice(candidate, pages.Mode, [CropShots.Of(candidate) with { Mode = pages.Mode }], [], video, IsAutomatic: true);
        }

        public void Dispose() => pages.Closed++;
    }
}
