namespace VideoTools.Engine.Choosing;

/// <summary>Reads what the page sends: nothing of it is believed.</summary>
internal static class ChoiceOrderReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4 };

    /// <summary>Reads an order.</summary>
    /// <param name="body">The body of the request.</param>
    /// <param name="state">What there is to choose from.</param>
    /// <param name="highest">Highest speed that a stretch can be given.</param>
    /// <param name="order">The order.</param>
    /// <returns>Null when it can be carried out; otherwise what is wrong with it, and true where what it names does not exist.</returns>
    public static (string Problem, bool IsUnknown)? TryRead(
        ReadOnlyMemory<byte> body, ChoiceState state, double highest, out ChoiceOrder? order)
    {
        order = null;
        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("candidate", out var number)
                || !number.TryGetInt32(out var candidate))
            {
                return ("A number of a candidate is missing.", false);
            }

            if (!state.Candidates.Any(known => known.Number == candidate))
            {
                return (string.Create(CultureInfo.InvariantCulture, $"There is no candidate {candidate}."), true);
            }

            if (!TryName<CropMode>(root, "mode", out var mode) || !TryName<CropFit>(root, "fit", out var fit))
            {
                return ("Mode or fit is none that there is.", false);
            }

            Dictionary<int, double> speeds = [];
            if (root.TryGetProperty("speeds", out var given))
            {
                foreach (var property in given.EnumerateObject())
                {
                    if (!int.TryParse(property.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                        || !state.Stretches.Any(stretch => stretch.Index == index))
                    {
                        return ($"There is no stretch '{property.Name}'.", true);
                    }

                    if (!property.Value.TryGetDouble(out var speed) || !(speed >= 1 && speed <= highest))
                    {
                        return (string.Create(CultureInfo.InvariantCulture, $"A speed must be 1 to {highest}."), false);
                    }

                    speeds[index] = speed;
                }
            }

            var encode = root.TryGetProperty("encode", out var wish) && wish.GetBoolean();
            order = new ChoiceOrder(candidate, mode ?? CropMode.Static, fit, speeds, encode);
            return null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return ("This is no choice.", false);
        }
    }

    // Names only: numbers would name what there is not.
    private static bool TryName<T>(JsonElement root, string name, out T? value)
        where T : struct, Enum
    {
        value = null;
        if (!root.TryGetProperty(name, out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        var text = element.GetString();
        value = Enum.GetNames<T>().Contains(text, StringComparer.Ordinal) ? Enum.Parse<T>(text!) : null;
        return value is not null;
    }
}
