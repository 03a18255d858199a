using Xunit;

namespace VideoTools.TestMedia;

/// <summary>A theory that is skipped, loudly, where what it needs is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresTheoryAttribute : TheoryAttribute
{
    public RequiresTheoryAttribute(Needs needs)
    {
        Needs = needs;
        Skip = MissingNeeds.Report(needs);
    }

    public Needs Needs { get; }
}
