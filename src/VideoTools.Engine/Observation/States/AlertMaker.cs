// Method: worrying sequences of a file that follow each other are one alert. A low one ends it; one of which nothing is known neither
// ends nor begins it, and where more than the longest gap of these lies between two worrying ones they are two alerts. With
// IncludeUnknown what is unknown makes alerts of its own, so that an outage is seen and not taken for quiet.
// Memory: the notes of two alerts a file.
namespace VideoTools.Engine.Observation.States;

/// <summary>Turns states into alerts.</summary>
internal sealed class AlertMaker : IAlertMaker
{
    private readonly AlertOptions _options;

    // In the order in which files came.
    private readonly List<FileAlerts> _files = [];

    /// <summary>A maker for one run.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public AlertMaker(AlertOptions options)
    {
        _options = options;
        if (options.MinimumLevel is not (AlertLevel.Moderate or AlertLevel.High))
        {
            throw new ArgumentException("MinimumLevel must be Moderate or High.");
        }

        if (options.MaximumGapSeconds is not (>= 0 and <= 86400))
        {
            throw new ArgumentException("MaximumGap must be 0 to 86400 seconds.");
        }
    }

    public IReadOnlyList<VideoAlert> Add(VideoState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var file = _files.Find(known => known.FullName == state.FullName);
        if (file is null)
        {
            _files.Add(file = new FileAlerts(state.FullName));
        }

        file.Check(state);
        List<VideoAlert> done = [];
        if (state.Level >= _options.MinimumLevel)
        {
            if (file.Raised is { } open && state.StartSeconds - open.Last.EndSeconds > _options.MaximumGapSeconds)
            {
                file.CloseRaised(done);
            }

            file.CloseUnknown(done);
            file.Raise(state);
        }
        else if (state.Level == AlertLevel.Unknown)
        {
            if (_options.IncludeUnknown)
            {
                file.Doubt(state);
            }
        }
        else
        {
            file.CloseRaised(done);
            file.CloseUnknown(done);
        }

        return done;
    }

    public IReadOnlyList<VideoAlert> Finish()
    {
        List<VideoAlert> done = [];
        foreach (var file in _files)
        {
            file.CloseRaised(done);
            file.CloseUnknown(done);
        }

        _files.Clear();
        return done;
    }

    private sealed class FileAlerts(string fullName)
    {
        private OpenAlert? _unknown;
        private int _lastSequence;
        private int _count;

        public string FullName { get; } = fullName;

        public OpenAlert? Raised { get; private set; }

        public void Check(VideoState state)
        {
            if (state.SequenceIndex <= _lastSequence)
            {
                throw new ArgumentException(
                    $"The states of '{FullName}' are not in order of time: {state.SequenceIndex} comes behind {_lastSequence}. "
                    + "Sort them by SequenceIndex.");
            }

            _lastSequence = state.SequenceIndex;
        }

        public void Raise(VideoState state)
        {
            if (Raised is null)
            {
                Raised = new OpenAlert(state);
            }
            else
            {
                Raised.Add(state);
            }
        }

        public void Doubt(VideoState state)
        {
            if (_unknown is null)
            {
                _unknown = new OpenAlert(state);
            }
            else
            {
                _unknown.Add(state);
            }
        }

        public void CloseRaised(List<VideoAlert> done)
        {
            if (Raised is not null)
            {
                done.Add(Raised.Close(++_count));
                Raised = null;
            }
        }

        public void CloseUnknown(List<VideoAlert> done)
        {
            if (_unknown is not null)
            {
                done.Add(_unknown.Close(++_count));
                _unknown = null;
            }
        }
    }
}
