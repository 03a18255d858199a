namespace VideoTools;

/// <summary>How far a session is. A snapshot; asking for it costs nothing.</summary>
/// <param name="FilesDone">Files finished, failed ones included.</param>
/// <param name="FilesTotal">Files added so far.</param>
/// <param name="CurrentFile">A file being worked on; empty when there is none.</param>
/// <param name="CurrentPercent">0 to 100 of the current file; -1 when its length is unknown.</param>
/// <param name="CurrentPosition">Time reached in the current file.</param>
/// <param name="Elapsed">Time since the session started.</param>
public sealed record VideoProgress(
    int FilesDone, int FilesTotal, string CurrentFile, int CurrentPercent, TimeSpan CurrentPosition, TimeSpan Elapsed)
{
    /// <summary>Seconds of the current file done a second, where the work says so; 0 otherwise.</summary>
    public double CurrentSpeed { get; init; }

    /// <summary>The files being worked on, in the order of the inputs.</summary>
    public IReadOnlyList<FileProgress> Files { get; init; } = [];

    /// <summary>0 to 100 over all files added so far: whole files plus the part of the current one.</summary>
    public int TotalPercent => FilesTotal <= 0
        ? 0
        : Math.Clamp((int)((FilesDone + (Math.Max(CurrentPercent, 0) / 100.0)) / FilesTotal * 100), 0, 100);

    /// <summary>Seconds left at the pace so far; -1 while too little is known.</summary>
    public int SecondsRemaining =>
        TotalPercent <= 0 ? -1 : (int)Math.Ceiling(Elapsed.TotalSeconds * (100 - TotalPercent) / TotalPercent);

    /// <summary>"file 3 of 10: clip.mp4 (42%, 1.8x)"; without the percentage or the speed where it is unknown.</summary>
    public override string ToString()
    {
        var number = Math.Min(FilesDone + 1, FilesTotal);
        var name = CurrentFile.Length == 0 ? "" : ": " + Path.GetFileName(CurrentFile);
        var speed = CurrentSpeed > 0 ? FormattableString.Invariant($", {CurrentSpeed:0.0#}x") : "";
        var percent = CurrentPercent < 0 ? "" : FormattableString.Invariant($" ({CurrentPercent}%{speed})");
        return FormattableString.Invariant($"file {number} of {FilesTotal}{name}{percent}");
    }
}
