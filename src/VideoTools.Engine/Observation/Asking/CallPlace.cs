namespace VideoTools.Engine.Observation.Asking;

/// <summary>A place in line: earlier files first, then earlier sequences, then the order of the questions.</summary>
internal readonly record struct CallPlace(int File, int Sequence, int Question) : IComparable<CallPlace>
{
    public int CompareTo(CallPlace other) => (File, Sequence, Question).CompareTo((other.File, other.Sequence, other.Question));
}
