namespace VideoTools.PowerShell;

/// <summary>Turns the engine's errors into PowerShell's error records: id, category, target, way out.</summary>
internal static class ErrorMapping
{
    /// <summary>The category of an error. A file that cannot be opened is PermissionDenied only when the system said so.</summary>
    public static ErrorCategory GetCategory(VideoError error) => error.Id switch
    {
        VideoErrorId.FileNotFound or VideoErrorId.AudioTrackNotFound or VideoErrorId.NicheUnknown
            or VideoErrorId.ModelUnknown => ErrorCategory.ObjectNotFound,
        VideoErrorId.NotAFile or VideoErrorId.RangeOutsideVideo or VideoErrorId.InvalidCrop or VideoErrorId.ModelUnsuitable
            or VideoErrorId.SourceInvalid
            => ErrorCategory.InvalidArgument,
        VideoErrorId.SourceUnreachable => ErrorCategory.ConnectionError,
        VideoErrorId.FileUnreadable => error.Exception is UnauthorizedAccessException
            ? ErrorCategory.PermissionDenied
            : ErrorCategory.OpenError,
        VideoErrorId.FileEmpty or VideoErrorId.InvalidVideo or VideoErrorId.NoVideoStream or VideoErrorId.NoFrames
            or VideoErrorId.ModelCorrupt or VideoErrorId.TaxonomyInvalid or VideoErrorId.MetadataInvalid or VideoErrorId.TemplateInvalid
            or VideoErrorId.ProfileInvalid or VideoErrorId.GroundTruthInvalid or VideoErrorId.StateInvalid or VideoErrorId.JobInvalid
            => ErrorCategory.InvalidData,
        VideoErrorId.VideoEncrypted => ErrorCategory.SecurityError,
        VideoErrorId.PictureTooLarge => ErrorCategory.LimitsExceeded,
        VideoErrorId.ProbeTimeout or VideoErrorId.DecoderStalled => ErrorCategory.OperationTimeout,
        VideoErrorId.DecoderFailed => ErrorCategory.ReadError,
        VideoErrorId.DecoderMissing or VideoErrorId.EncoderMissing or VideoErrorId.ModelMissing
            or VideoErrorId.SchedulerMissing => ErrorCategory.NotInstalled,
        VideoErrorId.PartFailed => ErrorCategory.OperationStopped,
        VideoErrorId.OutOfMemory or VideoErrorId.SchedulerFailed => ErrorCategory.ResourceUnavailable,
        VideoErrorId.OutputExists => ErrorCategory.ResourceExists,
        VideoErrorId.OutputUnwritable or VideoErrorId.DiskFull or VideoErrorId.EncoderFailed => ErrorCategory.WriteError,
        _ => ErrorCategory.NotSpecified,
    };

    /// <summary>One record: the id's name as FullyQualifiedErrorId (PowerShell adds the cmdlet), the path as target.</summary>
    public static ErrorRecord ToRecord(VideoError error)
    {
        var shown = error with
        {
            Message = ShellText.ForPowerShell(error.Message),
            RecommendedAction = ShellText.ForPowerShell(error.RecommendedAction),
        };
        return new ErrorRecord(new VideoToolsException(shown), shown.Id.ToString(), GetCategory(shown), shown.FullName)
        {
            ErrorDetails = new ErrorDetails(shown.Message) { RecommendedAction = shown.RecommendedAction },
        };
    }

    /// <summary>One record for options that make no sense.</summary>
    public static ErrorRecord ToRecord(ArgumentException exception, object? target = null) =>
        new(exception, EngineCmdlet.InvalidOptionId, ErrorCategory.InvalidArgument, target)
        {
            ErrorDetails = new ErrorDetails(ShellText.ForPowerShell(ShellText.Of(exception))),
        };
}
