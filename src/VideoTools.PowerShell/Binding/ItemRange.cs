namespace VideoTools.PowerShell;

/// <summary>The range that a piped object names beside its file: a scene by its Start and End, live or as a row.</summary>
internal static class ItemRange
{
    /// <summary>A file, limited to what the object says of it.</summary>
    /// <param name="fullName">The file.</param>
    /// <param name="item">The object.</param>
    public static VideoInput Limit(string fullName, object item)
    {
        if (FlexibleValue.Unwrap(item) is string or FileSystemInfo)
        {
            return new VideoInput(fullName);
        }

        var properties = PSObject.AsPSObject(item).Properties;
        var from = Time("Start", "StartSeconds");
        var to = Time("End", "EndSeconds");
        var scene = (from is not null || to is not null) && FlexibleValue.TryGetNumber(properties["SceneIndex"]?.Value, out var number)
            && number is > 0 and < int.MaxValue ? (int)number : (int?)null;
        return new VideoInput(fullName, from, to, scene) { IsSceneRange = scene is not null };

        TimeSpan? Time(params string[] names) =>
            names.Select(name => (TimeSpan?)FlexibleTimeAttribute.ToTime(properties[name]?.Value))
                .FirstOrDefault(time => time is not null);
    }
}
