// Memory: at most 128 times of frames; when there are more, every other one goes.
namespace VideoTools.Engine.Observation.States;

/// <summary>An alert that is still on.</summary>
internal sealed class OpenAlert
{
    private const int MostShown = 8;
    private const int MostKept = 128;

    private readonly VideoState _first;
    private readonly List<double> _times = [];
    private VideoState _worst;
    private AlertLevel _peak;
    private int _count;

    /// <summary>Begins with a sequence.</summary>
    public OpenAlert(VideoState first)
    {
        _first = _worst = Last = first;
        Add(first);
    }

    /// <summary>The last sequence so far.</summary>
    public VideoState Last { get; private set; }

    /// <summary>Goes on with the next sequence.</summary>
    public void Add(VideoState state)
    {
        Last = state;
        _count++;
        _peak = state.RawLevel > _peak ? state.RawLevel : _peak;
        if (state.Level > _worst.Level)
        {
            _worst = state;
            _times.Clear();
        }

        // Of the highest level only.
        if (state.Level == _worst.Level)
        {
            _times.AddRange(state.FrameTimes);
        }

        while (_times.Count > MostKept)
        {
            for (var i = _times.Count - 2; i > 0; i -= 2)
            {
                _times.RemoveAt(i);
            }
        }
    }

    /// <summary>Ends it.</summary>
    /// <param name="index">Number of the alert.</param>
    public VideoAlert Close(int index) => new()
    {
        FullName = _first.FullName,
        Index = index,
        Start = _first.Start,
        End = Last.End,
        StartSeconds = _first.StartSeconds,
        EndSeconds = Last.EndSeconds,
        DurationSeconds = Last.EndSeconds - _first.StartSeconds,
        Level = _worst.Level,
        PeakLevel = _peak,
        State = _worst.State,
        Reason = _worst.Evidence,
        SequenceCount = _count,
        FrameTimes = new ValueList<double>(_times.Count <= MostShown
            ? _times
            : Enumerable.Range(0, MostShown).Select(i => _times[i * (_times.Count - 1) / (MostShown - 1)])),
    };
}
