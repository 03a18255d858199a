namespace VideoTools.Engine.Features.Crop;

/// <summary>The built-in ways to weigh the four crop measurements.</summary>
internal static class CropStrategies
{
    /// <summary>How far the sum of the weights may be from 1.</summary>
    public const double SumTolerance = 0.01;

    /// <summary>Name of the strategy with equal weights: it gives the rank and judges the regions.</summary>
    public const string BalancedName = "Balanced";

    /// <summary>All strategies; their order breaks ties between equal scores.</summary>
    public static IReadOnlyList<CropStrategyInfo> All { get; } = Array.AsReadOnly(
    [
        Create("Subject Detection", 0.05, 0.25, 0.40, 0.30,
            "Looks for clear outlines with colour inside them, whether or not they move.",
            "People, products or presenters in front of a calm background."),
        Create("Motion Priority", 0.50, 0.15, 0.25, 0.10,
            "Follows what moves; the rest is a second opinion.",
            "Sport, dance, games and other footage where the action matters most."),
        Create("Visual Detail", 0.05, 0.50, 0.30, 0.15,
            "Prefers textured areas over plain ones.",
            "Landscapes, architecture, screens and close-ups with much to see."),
        Create(BalancedName, 0.25, 0.25, 0.25, 0.25,
            "Gives all four measurements the same say.",
            "Mixed footage, or when nothing is known about it."),
        Create("Color Focus", 0.05, 0.20, 0.30, 0.45,
            "Prefers strong colours.",
            "Food, fashion, nature and animation, where colour carries the picture."),
    ]);

    /// <summary>The strategy with equal weights.</summary>
    public static CropStrategyInfo Balanced { get; } = Find(BalancedName);

    /// <summary>The strategy of a name, upper and lower case alike.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists the names.</exception>
    public static CropStrategyInfo Find(string name) =>
        All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException(
            $"There is no crop strategy '{name}'. Valid names: {string.Join(", ", All.Select(s => s.Name))}.", nameof(name));

    /// <summary>
    /// Throws unless each weight is a finite number of at least 0 and their sum is 1 (within <see cref="SumTolerance"/>).
    /// </summary>
    /// <exception cref="ArgumentException">A weight or the sum is out of range; the message names it.</exception>
    public static void Validate(CropStrategyInfo strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        Check(strategy.Name, nameof(strategy.Motion), strategy.Motion);
        Check(strategy.Name, nameof(strategy.Detail), strategy.Detail);
        Check(strategy.Name, nameof(strategy.Edges), strategy.Edges);
        Check(strategy.Name, nameof(strategy.Saturation), strategy.Saturation);
        var sum = strategy.Motion + strategy.Detail + strategy.Edges + strategy.Saturation;

        // The last digits of a binary sum must not decide about a weight set that is 0.99 in decimal.
        if (Math.Abs(sum - 1) > SumTolerance + 1e-9)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The weights of strategy '{strategy.Name}' sum to {sum:0.####}, not to 1."),
                nameof(strategy));
        }
    }

    private static void Check(string strategy, string weight, double value)
    {
        if (!double.IsFinite(value) || value < 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Weight {weight} of strategy '{strategy}' is {value}; it must be a number of at least 0."),
                nameof(strategy));
        }
    }

    private static CropStrategyInfo Create(
        string name, double motion, double detail, double edges, double saturation, string description, string useCase)
    {
        var strategy = new CropStrategyInfo
        {
            Name = name,
            Motion = motion,
            Detail = detail,
            Edges = edges,
            Saturation = saturation,
            Description = description,
            UseCase = useCase,
        };
        Validate(strategy);
        return strategy;
    }
}
