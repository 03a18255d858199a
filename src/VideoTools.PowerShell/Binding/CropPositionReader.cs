namespace VideoTools.PowerShell;

/// <summary>Builds a <see cref="CropPosition"/> from named values, as they stand in a CSV row of any culture.</summary>
internal static class CropPositionReader
{
    /// <summary>Reads the values; all but Aspect, Rank, times, FrameCount and Status must be there.</summary>
    /// <param name="get">Gives the value of a property, null when there is none.</param>
    /// <param name="position">The position, null when the result is false.</param>
    /// <param name="problem">Which value is missing or wrong; empty when the result is true.</param>
    public static bool TryRead(Func<string, object?> get, out CropPosition? position, out string problem)
    {
        position = null;
        problem = "";
        var reader = new RowReader(get);
        var read = new CropPosition
        {
            FullName = reader.Text(nameof(CropPosition.FullName)),
            Index = reader.Whole(nameof(CropPosition.Index)),
            X = reader.Whole(nameof(CropPosition.X)),
            Y = reader.Whole(nameof(CropPosition.Y)),
            Width = reader.Whole(nameof(CropPosition.Width)),
            Height = reader.Whole(nameof(CropPosition.Height)),
            VideoWidth = reader.Whole(nameof(CropPosition.VideoWidth)),
            VideoHeight = reader.Whole(nameof(CropPosition.VideoHeight)),
            Motion = reader.Number(nameof(CropPosition.Motion)),
            Detail = reader.Number(nameof(CropPosition.Detail)),
            Edges = reader.Number(nameof(CropPosition.Edges)),
            Saturation = reader.Number(nameof(CropPosition.Saturation)),
            Aspect = FlexibleValue.Unwrap(get(nameof(CropPosition.Aspect)))?.ToString() ?? "",
            Rank = reader.Whole(nameof(CropPosition.Rank), optional: true),
            Start = reader.Time(nameof(CropPosition.Start)),
            End = reader.Time(nameof(CropPosition.End)),
            FrameCount = (long)reader.Number(nameof(CropPosition.FrameCount), optional: true),
            Status = reader.Choice<RecordStatus>(nameof(CropPosition.Status)) ?? RecordStatus.Ok,
        };

        problem = reader.Problem;
        position = problem.Length == 0 ? read : null;
        return position is not null;
    }
}
