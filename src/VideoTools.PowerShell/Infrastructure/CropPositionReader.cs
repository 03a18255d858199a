namespace VideoTools.PowerShell;

/// <summary>Builds a <see cref="CropPosition"/> from named values, as they stand in a CSV row of any culture.</summary>
internal static class CropPositionReader
{
    /// <summary>Reads the values; all but Aspect, Rank, times, FrameCount and Status must be there.</summary>
    /// <param name="get">Gives the value of a property, null when there is none.</param>
    /// <param name="position">The position, null when the result is false.</param>
    /// <param name="problem">Which value is missing or wrong; empty when the result is true.</param>
    public static bool TryRead(Func<string, object?> get, out CropPosition? position, out string problem)
    {
        position = null;
        problem = "";
        var reader = new Reader(get);
        var read = new CropPosition
        {
            FullName = reader.Text(nameof(CropPosition.FullName)),
            Index = reader.Whole(nameof(CropPosition.Index)),
            X = reader.Whole(nameof(CropPosition.X)),
            Y = reader.Whole(nameof(CropPosition.Y)),
            Width = reader.Whole(nameof(CropPosition.Width)),
            Height = reader.Whole(nameof(CropPosition.Height)),
            VideoWidth = reader.Whole(nameof(CropPosition.VideoWidth)),
            VideoHeight = reader.Whole(nameof(CropPosition.VideoHeight)),
            Motion = reader.Number(nameof(CropPosition.Motion)),
            Detail = reader.Number(nameof(CropPosition.Detail)),
            Edges = reader.Number(nameof(CropPosition.Edges)),
            Saturation = reader.Number(nameof(CropPosition.Saturation)),
            Aspect = FlexibleValue.Unwrap(get(nameof(CropPosition.Aspect)))?.ToString() ?? "",
            Rank = reader.Whole(nameof(CropPosition.Rank), optional: true),
            Start = reader.Time(nameof(CropPosition.Start)),
            End = reader.Time(nameof(CropPosition.End)),
            FrameCount = (long)reader.Number(nameof(CropPosition.FrameCount), optional: true),
            Status = reader.Status(nameof(CropPosition.Status)),
        };

        problem = reader.Problem;
        position = problem.Length == 0 ? read : null;
        return position is not null;
    }

    private sealed class Reader(Func<string, object?> get)
    {
        public string Problem { get; private set; } = "";

        public string Text(string name)
        {
            var text = FlexibleValue.Unwrap(get(name))?.ToString();
            return string.IsNullOrEmpty(text) ? Fail($"it has no {name}.", "") : text;
        }

        public double Number(string name, bool optional = false)
        {
            var value = FlexibleValue.Unwrap(get(name));
            if (value is null or "")
            {
                return optional ? 0 : Fail($"it has no {name}.", 0);
            }

            return FlexibleValue.TryGetNumber(value, out var number) ? number : Fail($"its {name} '{value}' is not a number.", 0);
        }

        public int Whole(string name, bool optional = false)
        {
            var number = Number(name, optional);
            return number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
                ? (int)number
                : Fail($"its {name} is not a whole number.", 0);
        }

        public TimeSpan Time(string name)
        {
            var value = FlexibleValue.Unwrap(get(name));
            return value switch
            {
                null or "" => TimeSpan.Zero,
                TimeSpan time => time,
                string text when TimeText.TryParse(text, out var parsed) => parsed,
                _ when FlexibleValue.TryGetNumber(value, out var seconds) && TimeText.TryFromSeconds(seconds, out var time) => time,
                _ => Fail($"its {name} '{value}' is not a time.", TimeSpan.Zero),
            };
        }

        public RecordStatus Status(string name)
        {
            var text = FlexibleValue.Unwrap(get(name))?.ToString();
            if (string.IsNullOrEmpty(text))
            {
                return RecordStatus.Ok;
            }

            return Enum.TryParse<RecordStatus>(text, ignoreCase: true, out var status) && Enum.IsDefined(status)
                ? status
                : Fail($"its {name} '{text}' is not known.", RecordStatus.Ok);
        }

        private T Fail<T>(string problem, T value)
        {
            Problem = Problem.Length == 0 ? problem : Problem;
            return value;
        }
    }
}
