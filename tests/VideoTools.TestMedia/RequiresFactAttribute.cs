using Xunit;

namespace VideoTools.TestMedia;

/// <summary>A fact that is skipped, loudly, where what it needs is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresFactAttribute : FactAttribute
{
    public RequiresFactAttribute(Needs needs)
    {
        Needs = needs;
        Skip = MissingNeeds.Report(needs);
    }

    public Needs Needs { get; }
}
