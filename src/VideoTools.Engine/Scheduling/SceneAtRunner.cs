namespace VideoTools.Engine.Scheduling;

/// <summary>Where an input asks for the scene at a time: gives that scene alone, and ends the work as soon as it is known.</summary>
internal sealed class SceneAtRunner(IJobRunner inner) : IJobRunner, IDisposable
{
    public void Dispose() => (inner as IDisposable)?.Dispose();

    public void Run(JobHost host)
    {
        var input = host.Job.Input;
        if (input.At is not { } at)
        {
            inner.Run(host);
            return;
        }

        var isFound = false;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(host.Cancellation);
        try
        {
            inner.Run(host with { Emit = Choose, Cancellation = enough.Token });
        }
        catch (OperationCanceledException) when (isFound && !host.Cancellation.IsCancellationRequested)
        {
            // The rest of the file is not wanted.
        }

        if (!isFound)
        {
            throw new VideoToolsException(
                VideoErrorId.RangeOutsideVideo,
                input.FullName,
                $"'{input.FullName}' has no scene at {TimeText.Format(at)}.",
                "Give a time from the start of the video to its end.");
        }

        void Choose(object record)
        {
            if (!isFound && record is VideoScene scene && scene.Start <= at && at < scene.End)
            {
                host.Emit(scene);
                isFound = true;
                enough.Cancel();
            }
        }
    }
}
