namespace VideoTools.PowerShell;

/// <summary>Sorts crop positions into what is judged together: one file, one range of it, one shape of the crop.</summary>
internal sealed class CropPositionGroups
{
    private readonly Dictionary<(string FullName, TimeSpan Start, TimeSpan End, string Aspect), List<CropPosition>> _byKey = [];
    private readonly List<List<CropPosition>> _groups = [];

    /// <summary>The groups, in the order in which their first positions came.</summary>
    public IReadOnlyList<IReadOnlyList<CropPosition>> Groups => _groups;

    /// <summary>Puts a position into its group.</summary>
    public void Add(CropPosition position)
    {
        var key = (position.FullName, position.Start, position.End, position.Aspect);
        if (!_byKey.TryGetValue(key, out var group))
        {
            _byKey.Add(key, group = []);
            _groups.Add(group);
        }

        group.Add(position);
    }
}
