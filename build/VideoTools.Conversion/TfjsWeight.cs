namespace VideoTools.Conversion;

/// <summary>A constant of a tfjs model: floats, or whole numbers (shapes, axes, pads).</summary>
/// <param name="Name">Name of its node.</param>
/// <param name="Shape">Outermost extent first; none for a single number.</param>
/// <param name="Floats">Its values row by row, where it holds floats.</param>
/// <param name="Integers">Its values row by row, where it holds whole numbers.</param>
internal sealed record TfjsWeight(string Name, long[] Shape, float[]? Floats, long[]? Integers)
{
    /// <summary>Its floats.</summary>
    public float[] Values => Floats
        ?? throw new ConversionException($"The constant '{Name}' holds whole numbers where floats are wanted.");

    /// <summary>Its whole numbers.</summary>
    public long[] Numbers => Integers
        ?? throw new ConversionException($"The constant '{Name}' holds floats where whole numbers are wanted.");

    /// <summary>The same with its extents in another order.</summary>
    /// <param name="order">For every new place the old one.</param>
    public TfjsWeight Transpose(params int[] order)
    {
        if (order.Length != Shape.Length)
        {
            throw new ConversionException($"The constant '{Name}' has {Shape.Length} extents where {order.Length} are wanted.");
        }

        var steps = new long[Shape.Length];
        var step = 1L;
        for (var i = Shape.Length - 1; i >= 0; i--)
        {
            steps[i] = step;
            step *= Shape[i];
        }

        var shape = Array.ConvertAll(order, place => Shape[place]);
        var values = new float[Values.Length];
        var at = new long[shape.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var source = 0L;
            for (var axis = 0; axis < at.Length; axis++)
            {
                source += at[axis] * steps[order[axis]];
            }

            values[i] = Values[source];
            for (var axis = at.Length - 1; axis >= 0 && ++at[axis] == shape[axis]; axis--)
            {
                at[axis] = 0;
            }
        }

        return this with { Shape = shape, Floats = values };
    }

    /// <summary>The same numbers under another shape.</summary>
    public TfjsWeight As(params long[] shape) => this with { Shape = shape };
}
