namespace VideoTools.Engine.Scheduling;

/// <summary>Where an input asks for the scene at a time: gives that scene alone, and ends the work as soon as it is known.</summary>
internal sealed class SceneAtRunner(IJobRunner inner) : IJobRunner
{
    public void Run(Job job, Action<object> emit, Action<string> warn, Func<int> decoderThreads, CancellationToken cancellationToken)
    {
        if (job.Input.At is not { } at)
        {
            inner.Run(job, emit, warn, decoderThreads, cancellationToken);
            return;
        }

        var isFound = false;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            inner.Run(job, Choose, warn, decoderThreads, enough.Token);
        }
        catch (OperationCanceledException) when (isFound && !cancellationToken.IsCancellationRequested)
        {
            // The rest of the file is not wanted.
        }

        if (!isFound)
        {
            throw new VideoToolsException(
                VideoErrorId.RangeOutsideVideo,
                job.Input.FullName,
                $"'{job.Input.FullName}' has no scene at {TimeText.Format(at)}.",
                "Give a time from the start of the video to its end.");
        }

        void Choose(object record)
        {
            if (!isFound && record is VideoScene scene && scene.Start <= at && at < scene.End)
            {
                emit(scene);
                isFound = true;
                enough.Cancel();
            }
        }
    }
}
