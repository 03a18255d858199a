namespace VideoTools;

/// <summary>
/// Writes the scenes of every input: a <see cref="SceneFile"/> each, or an <see cref="ExportedVideo"/> a piece. The scenes are those of
/// the input (<see cref="VideoInput.Scenes"/>); where it brings none they are found first.
/// </summary>
/// <param name="Options">What is written, and where.</param>
public sealed record SceneExportRequest(SceneExportOptions Options) : VideoRequest;
