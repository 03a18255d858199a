// Method: frames come large on a grid in time and go to a lane, where the models look at them while decoding goes on. A state leaves as
// soon as the first frame behind its interval was looked at: on a source without an end, too.
// Memory: a waiting picture holds its frame (2.7 MB), at most WaitingPictures wait; of what was seen, a minute of numbers stays.
using System.Diagnostics;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Features.Driver;

/// <summary>Emits one <see cref="VideoState"/> an interval.</summary>
/// <param name="options">What counts.</param>
/// <param name="reader">Looks at pictures.</param>
/// <param name="lane">Where looking happens.</param>
internal sealed class DriverAnalyzer(DriverOptions options, IDriverReader reader, IWorkLane lane) : IAnalyzer, IDisposable
{
    /// <summary>Longest side of the pictures that are looked at.</summary>
    public const int LongSide = 1280;

    /// <summary>Pictures that may wait before decoding is held back.</summary>
    public const int WaitingPictures = 4;

    private AnalysisContext _context = null!;
    private DriverStates _states = null!;
    private long _began;
    private int _frames;

    public void Begin(AnalysisContext context)
    {
        _context = context;
        _states = new DriverStates(context.Info.FullName, options, context.ClockAt);
        reader.Prepare();
        _began = Stopwatch.GetTimestamp();
        if (!options.SkipHands && !HandFinder.IsInstalled)
        {
            context.Warn(
                "Hands are not looked for: their models are not installed. Run './build.sh models' in the source tree, or use -SkipHand.");
        }
    }

    public void OnStill(VideoFrame frame)
    {
        var still = frame.Retain();
        try
        {
            lane.Post(_ => Look(still), _context.Cancellation);
        }
        catch
        {
            still.Release();
            throw;
        }
    }

    public void End(DecodeSummary summary) => lane.Post(_ => Emit(_states.Finish(summary.EndSeconds)), _context.Cancellation);

    public void Complete(DecodeSummary summary)
    {
        lane.Finish();
        if (CurrentWork.IsHeard)
        {
            CurrentWork.Tell(reader.Times.Tell(_frames, Stopwatch.GetElapsedTime(_began).TotalSeconds));
        }
    }

    /// <summary>Ends the lane.</summary>
    public void Dispose() => lane.Dispose();

    private void Look(VideoFrame still)
    {
        VideoState? done;
        try
        {
            _frames++;
            done = _states.Add(reader.Read(still));
        }
        finally
        {
            still.Release();
        }

        Emit(done);
    }

    private void Emit(VideoState? state)
    {
        if (state is not null)
        {
            _context.Emit(state);
        }
    }
}
