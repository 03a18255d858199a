namespace VideoTools.PowerShell;

/// <summary>Tells whose rows they are, by columns that no other record has; an empty cell counts.</summary>
internal static class RecordRows
{
    /// <summary>True for the values of a <see cref="VideoNiche"/>.</summary>
    public static bool IsNiche(Func<string, object?> get) =>
        Has(get, nameof(VideoNiche.Category), nameof(VideoNiche.MatchedKeyword), nameof(VideoNiche.Scorer));

    /// <summary>True for the values of a <see cref="VideoTemplate"/>.</summary>
    public static bool IsTemplate(Func<string, object?> get) =>
        Has(get, nameof(VideoTemplate.FrameCount), nameof(VideoTemplate.FileName), nameof(VideoTemplate.VideoId));

    /// <summary>True for the values of a <see cref="VideoMetadata"/>, and not of a table from elsewhere.</summary>
    public static bool IsMetadata(Func<string, object?> get) =>
        Has(get, nameof(VideoMetadata.SourcePath), nameof(VideoMetadata.IsMatched));

    /// <summary>Reads a row that a report can show; null when it is none.</summary>
    public static object? ReadForReport(Func<string, object?> get) =>
        IsNiche(get) && RecordReader.TryRead<VideoNiche>(get, out var niche, out _) ? niche
        : RecordReader.TryRead<VideoTemplate>(get, out var template, out _) ? template
        : ReadForCrop(get, out _) is { } crop and not VideoActivity ? crop
        : RecordReader.TryRead<CropPosition>(get, out var position, out _) ? position
        : Has(get, nameof(VideoPerson.PersonId), nameof(VideoPerson.ScreenSeconds))
            && RecordReader.TryRead<VideoPerson>(get, out var person, out _) ? person
        : Has(get, nameof(VideoFace.TrackId), nameof(VideoFace.DetectionScore))
            && RecordReader.TryRead<VideoFace>(get, out var face, out _) ? face
        : Has(get, nameof(SelectedFrame.FramesSeen), nameof(SelectedFrame.Hash))
            && RecordReader.TryRead<SelectedFrame>(get, out var frame, out _) ? frame
        : null;

    /// <summary>Reads a row that an export of crops is made of; null when it is none.</summary>
    /// <param name="get">Gives a value by its name.</param>
    /// <param name="problem">What is wrong with a row that looks like one; empty otherwise.</param>
    public static object? ReadForCrop(Func<string, object?> get, out string problem)
    {
        var type = Has(get, nameof(CropShot.Mode), nameof(CropShot.Fit), nameof(CropShot.Width)) ? typeof(CropShot)
            : Has(get, nameof(CropCandidate.Number), nameof(CropCandidate.Strategy), nameof(CropCandidate.Width)) ? typeof(CropCandidate)
            : Has(get, nameof(CropPosition.Index), nameof(CropPosition.Motion), nameof(CropPosition.Width)) ? typeof(CropPosition)
            : Has(get, nameof(VideoActivity.Activity), nameof(VideoActivity.Speed)) ? typeof(VideoActivity)
            : null;
        problem = "";
        return type is not null && RecordReader.TryRead(type, get, out var record, out problem) ? record : null;
    }

    private static bool Has(Func<string, object?> get, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (get(name) is null)
            {
                return false;
            }
        }

        return true;
    }
}
