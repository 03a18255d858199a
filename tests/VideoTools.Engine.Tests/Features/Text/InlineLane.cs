using VideoTools.Engine.Features;

namespace VideoTools.Engine.Tests.Features.Text;

/// <summary>Does the work at once, on the calling thread.</summary>
internal sealed class InlineLane : IWorkLane
{
    public void Post(Action<CancellationToken> work, CancellationToken cancellationToken) => work(cancellationToken);

    public void Finish()
    {
    }

    public void Dispose()
    {
    }
}
