namespace VideoTools.Cli.Output.Columns;

/// <summary>The columns of the records about crops, in the order of their declaration.</summary>
internal static class CropColumns
{
    /// <summary>A table a type.</summary>
    public static IColumnTable[] All =>
    [
        new ColumnTable<CropPosition>
        {
            { "FullName", r => r.FullName, 16 },
            { "Index", r => r.Index },
            { "X", r => r.X, 5 },
            { "Y", r => r.Y, 5 },
            { "Width", r => r.Width, 5 },
            { "Height", r => r.Height, 6 },
            { "VideoWidth", r => r.VideoWidth },
            { "VideoHeight", r => r.VideoHeight },
            { "Aspect", r => r.Aspect },
            { "Motion", r => r.Motion, 6 },
            { "Detail", r => r.Detail, 6 },
            { "Edges", r => r.Edges, 6 },
            { "Saturation", r => r.Saturation, 10 },
            { "Rank", r => r.Rank, 4 },
            { "Start", r => r.Start },
            { "End", r => r.End },
            { "FrameCount", r => r.FrameCount },
            { "Status", r => r.Status },
        },
        new ColumnTable<CropCandidate>
        {
            { "FullName", r => r.FullName, 20 },
            { "Number", r => r.Number, 6 },
            { "X", r => r.X, 5 },
            { "Y", r => r.Y, 5 },
            { "Width", r => r.Width, 5 },
            { "Height", r => r.Height, 6 },
            { "Strategy", r => r.Strategy, 18 },
            { "Score", r => r.Score, 5 },
            { "Reason", r => r.Reason },
            { "Motion", r => r.Motion },
            { "Detail", r => r.Detail },
            { "Edges", r => r.Edges },
            { "Saturation", r => r.Saturation },
            { "Start", r => r.Start },
            { "End", r => r.End },
            { "Status", r => r.Status },
        },
    ];
}
