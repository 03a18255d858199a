namespace VideoTools.Engine.Features.Faces;

/// <summary>
/// Which of the mesh's 468 points are what. Right and left are the person's, so that the right eye is on the left of the picture.
/// </summary>
internal static class FaceMeshPoints
{
    /// <summary>Points of the mesh.</summary>
    public const int Count = 468;

    /// <summary>Tip of the nose.</summary>
    public const int NoseTip = 4;

    /// <summary>Top of the forehead.</summary>
    public const int Forehead = 10;

    /// <summary>Tip of the chin.</summary>
    public const int Chin = 152;

    /// <summary>Outer end of the right eye.</summary>
    public const int RightEyeOuter = 33;

    /// <summary>Inner end of the right eye.</summary>
    public const int RightEyeInner = 133;

    /// <summary>Outer end of the left eye.</summary>
    public const int LeftEyeOuter = 263;

    /// <summary>Inner end of the left eye.</summary>
    public const int LeftEyeInner = 362;

    /// <summary>Right corner of the mouth.</summary>
    public const int MouthRight = 61;

    /// <summary>Left corner of the mouth.</summary>
    public const int MouthLeft = 291;

    /// <summary>Middle of the upper lip's inner edge.</summary>
    public const int UpperLip = 13;

    /// <summary>Middle of the lower lip's inner edge.</summary>
    public const int LowerLip = 14;

    /// <summary>Right end of the lips' inner edge.</summary>
    public const int InnerMouthRight = 78;

    /// <summary>Left end of the lips' inner edge.</summary>
    public const int InnerMouthLeft = 308;

    /// <summary>In front of the right ear.</summary>
    public const int RightEar = 234;

    /// <summary>In front of the left ear.</summary>
    public const int LeftEar = 454;

    /// <summary>Upper lid of the right eye, from outside to inside; its ends are not in it.</summary>
    public static ReadOnlySpan<int> RightUpperLid => [246, 161, 160, 159, 158, 157, 173];

    /// <summary>Lower lid of the right eye, alike.</summary>
    public static ReadOnlySpan<int> RightLowerLid => [7, 163, 144, 145, 153, 154, 155];

    /// <summary>Upper lid of the left eye, from outside to inside.</summary>
    public static ReadOnlySpan<int> LeftUpperLid => [466, 388, 387, 386, 385, 384, 398];

    /// <summary>Lower lid of the left eye, alike.</summary>
    public static ReadOnlySpan<int> LeftLowerLid => [249, 390, 373, 374, 380, 381, 382];

    /// <summary>Pairs of right and left points that lie at the same height of a face that looks straight ahead.</summary>
    public static IReadOnlyList<(int Right, int Left)> Pairs { get; } =
        [(33, 263), (133, 362), (127, 356), (234, 454), (93, 323), (132, 361), (58, 288), (61, 291), (21, 251), (54, 284)];
}
