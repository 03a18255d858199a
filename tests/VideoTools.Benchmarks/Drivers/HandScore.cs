using System.Globalization;
using System.Text;
using VideoTools.Benchmarks.Faces;
using VideoTools.Engine.Features.Driver;
using VideoTools.TestMedia.Drivers;

namespace VideoTools.Benchmarks.Drivers;

/// <summary>Hands of photographs, drawn beside, over and below portraits: where they are said to be.</summary>
internal static class HandScore
{
    private const int Width = 640;
    private const int Height = 480;

    /// <summary>Places of a hand in heights of the face, from its middle, and what must be said.</summary>
    private static readonly (string Name, double X, double Y, HandPlace Expected)[] Places =
    [
        ("no hand", 0, 0, HandPlace.Elsewhere),
        ("at the ear on the left of the picture", -0.8, 0.1, HandPlace.Ear),
        ("at the ear on the right", 0.8, 0.1, HandPlace.Ear),
        ("before the mouth", 0.1, 0.4, HandPlace.Face),
        ("below the chin", -0.5, 1.25, HandPlace.Elsewhere),
    ];

    /// <summary>The table.</summary>
    public static void Append(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"{DriverScene.Portraits.Count} portraits, {HandPicture.All.Count} hands, one picture each:\n\n")
            .Append("| a hand | must be said | said: Ear | Face | Elsewhere |\n|---|---|---|---|---|\n");
        foreach (var place in Places)
        {
            var counts = new int[3];
            for (var portrait = 0; portrait < DriverScene.Portraits.Count; portrait++)
            {
                foreach (var hand in HandPicture.All)
                {
                    var picture = DriverScene.Of(portrait, Width, Height).Picture;
                    if (place.Name != Places[0].Name)
                    {
                        DriverActors.Of(portrait, Width, Height)?.DrawHand(picture, hand, place.X, place.Y);
                    }

                    var sample = new DriverReader(new DriverOptions()).Read(FaceBench.Frame(picture));
                    counts[(int)(sample.Hand ?? HandPlace.Elsewhere)]++;
                    if (place.Name == Places[0].Name)
                    {
                        break;
                    }
                }
            }

            text.Append(CultureInfo.InvariantCulture, $"| {place.Name} | {place.Expected} | {counts[(int)HandPlace.Ear]} | {counts[(int)HandPlace.Face]} | {counts[(int)HandPlace.Elsewhere]} |\n");
        }
    }
}
