using System.Globalization;
using VideoTools.Benchmarks.Faces;
using VideoTools.Engine.Features.Driver;
using VideoTools.Engine.Features.Faces;
using VideoTools.TestMedia.Drivers;
using VideoTools.TestMedia.Faces;

namespace VideoTools.Benchmarks.Drivers;

/// <summary>What the actors show, side by side, and what is read of each picture: a row a portrait.</summary>
internal static class ActorSheet
{
    private const int Width = 640;
    private const int Height = 480;
    private const int Reduced = 3;

    private static readonly (string Name, DriverMoment Moment)[] Moments =
    [
        ("straight", default), ("closed", new(Closed: 1)), ("yaw 45", new(Yaw: 45)), ("yaw -45", new(Yaw: -45)), ("gaze +", new(Gaze: 0.28)),
        ("gaze -", new(Gaze: -0.28)), ("pitch -28", new(Pitch: -28)), ("mouth 1", new(Mouth: 1)), ("mouth .5", new(Mouth: 0.5)),
        ("hand left", new(Hand: (-0.85, 0.1))), ("hand chin", new(Hand: (0.1, 0.55))),
    ];

    /// <summary>Draws the sheet and prints the readings.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="wanted">Numbers of portraits, with commas between; null for all.</param>
    public static void Write(string path, string? wanted)
    {
        List<int> portraits = wanted is null ? [.. Enumerable.Range(0, DriverScene.Portraits.Count)] : [.. wanted.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        var (width, height) = (Width / Reduced, Height / Reduced);
        var sheet = new RgbImage(width * Moments.Length, height * portraits.Count, new byte[width * Moments.Length * height * portraits.Count * 3]);
        foreach (var (portrait, row) in portraits.Select((portrait, row) => (portrait, row)))
        {
            Console.WriteLine(FormattableString.Invariant($"portrait {portrait}, facing {DriverActors.IsFacing(portrait, Width, Height)}"));
            if (DriverActors.Of(portrait, Width, Height) is not { } actor)
            {
                continue;
            }

            foreach (var ((name, moment), column) in Moments.Select((moment, column) => (moment, column)))
            {
                var picture = actor.Draw(moment);
                var s = new DriverReader(new DriverOptions { SkipHands = moment.Hand is null }).Read(FaceBench.Frame(picture));
                Console.WriteLine(FormattableString.Invariant(
                    $"  {name,-10} yaw {s.Pose?.Yaw,5:0.0} pitch {s.Pose?.Pitch,5:0.0} right {Eye(s.RightEye)} left {Eye(s.LeftEye)} mouth {s.MouthOpen:0.00} hand {s.Hand}"));
                Place(sheet, picture, column * width, row * height);
            }
        }

        sheet.Write(path);
        Console.WriteLine(path);
    }

    private static string Eye(EyeReading? eye) => eye is { } e ? FormattableString.Invariant($"{e.Ratio:0.000} at {e.Shift,6:0.000}") : "-               ";

    private static void Place(RgbImage sheet, RgbImage picture, int left, int top)
    {
        for (var y = 0; y < picture.Height / Reduced; y++)
        {
            for (var x = 0; x < picture.Width / Reduced; x++)
            {
                var (red, green, blue) = picture.At((x + 0.5) * Reduced, (y + 0.5) * Reduced);
                var at = (((top + y) * sheet.Width) + left + x) * 3;
                (sheet.Pixels[at], sheet.Pixels[at + 1], sheet.Pixels[at + 2]) = ((byte)red, (byte)green, (byte)blue);
            }
        }
    }
}
