using VideoTools.TestMedia.Faces;

namespace VideoTools.TestMedia.Drivers;

/// <summary>
/// A portrait that does what a driver does. Its head is a surface in space, the mesh of the face with a ring of hair and ears around it, which
/// turns about the neck; triangles between the points carry the photograph, the nearer ones drawn over those behind. Lids are
/// closed along columns (<see cref="EyeCloser"/>), a jaw drops with the lower lip, and what lies behind the lips is dark.
/// </summary>
/// <param name="scene">The picture with the portrait in it.</param>
/// <param name="empty">The same without the portrait.</param>
/// <param name="mesh">The 468 points of MediaPipe's face mesh in the picture; depth away from the camera.</param>
/// <param name="hand">The hand that it lifts; null for one that has none.</param>
public sealed class DriverActor(
    RgbImage scene, RgbImage empty, IReadOnlyList<(double X, double Y, double Z)> mesh, HandPicture? hand = null)
{
    private const int Forehead = 10;
    private const int Chin = 152;
    private const int LowerLip = 14;
    private const int RightEar = 234;
    private const int LeftEar = 454;
    private const int RightBrow = 105;
    private const int LeftBrow = 334;
    private const double HandRadius = 0.6;
    private const int Ring = 32;
    private const double HeadRing = 1.3;
    private const double StillRing = 2.1;
    private const int Nose = 4;
    private const double JawDrop = 0.2;
    private const double LipRise = 0.15;
    private const double CornersIn = 0.3;

    private static readonly int[] RightUpper = [33, 246, 161, 160, 159, 158, 157, 173, 133];
    private static readonly int[] RightLower = [33, 7, 163, 144, 145, 153, 154, 155, 133];
    private static readonly int[] LeftUpper = [362, 398, 384, 385, 386, 387, 388, 466, 263];
    private static readonly int[] LeftLower = [362, 382, 381, 380, 374, 373, 390, 249, 263];
    private static readonly int[] InnerUpper = [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308];
    private static readonly int[] InnerLower = [324, 318, 402, 317, 14, 87, 178, 88, 95];
    private static readonly int[] OuterLower = [146, 91, 181, 84, 17, 314, 405, 321, 375];
    private static readonly int[] OuterUpper = [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291];

    private readonly Dictionary<(double Closed, double Gaze), RgbImage> _textures = [];
    private readonly List<(double X, double Y, double Z)> _points = [];
    private IReadOnlyList<(int A, int B, int C)> _triangles = [];

    /// <summary>
    /// 1 where the head is turned to the right of the picture, otherwise -1. Eyes that look into the camera lie in the other corner already: this way
    /// they have room.
    /// </summary>
    public int GazeSide => mesh[Nose].X >= (mesh[RightEar].X + mesh[LeftEar].X) / 2 ? 1 : -1;

    /// <summary>The picture of a moment.</summary>
    public RgbImage Draw(DriverMoment moment)
    {
        var picture = moment.IsDark ? new RgbImage(scene.Width, scene.Height, new byte[scene.Pixels.Length])
            : moment.IsAbsent ? empty.Clone()
            : Warp(Texture(Math.Round(moment.Closed, 2), Math.Round(GazeSide * moment.Gaze, 2)), moment);
        if (moment.Hand is { } place && !moment.IsAbsent && !moment.IsDark && hand is not null)
        {
            DrawHand(picture, hand, place.X, place.Y);
        }

        return picture;
    }

    /// <summary>Draws a hand, as large as it is beside a face.</summary>
    /// <param name="picture">Where to.</param>
    /// <param name="drawn">Which hand.</param>
    /// <param name="x">Its middle to the right of the middle of the face, in heights of the face from the brows to the chin.</param>
    /// <param name="y">Below it.</param>
    public void DrawHand(RgbImage picture, HandPicture drawn, double x, double y)
    {
        var (right, left) = (mesh[RightEar], mesh[LeftEar]);
        var brow = (mesh[RightBrow].Y + mesh[LeftBrow].Y) / 2;
        var height = mesh[Chin].Y - brow;
        drawn.Draw(picture, ((right.X + left.X) / 2) + (x * height), ((brow + mesh[Chin].Y) / 2) + (y * height), HandRadius * height);
    }

    private RgbImage Texture(double closed, double gaze)
    {
        if (!_textures.TryGetValue((closed, gaze), out var texture))
        {
            texture = scene.Clone();
            foreach (var (upper, lower) in new[] { (RightUpper, RightLower), (LeftUpper, LeftLower) })
            {
                if (gaze != 0)
                {
                    EyeTurner.Turn(texture, Line(upper), Line(lower), gaze);
                }

                if (closed > 0)
                {
                    EyeCloser.Close(texture, Line(upper), Line(lower), closed);
                }
            }

            _textures.Add((closed, gaze), texture);
        }

        return texture;
    }

    private RgbImage Warp(RgbImage texture, DriverMoment moment)
    {
        if (moment is { Yaw: 0, Pitch: 0, Mouth: 0 })
        {
            return texture.Clone();
        }

        if (_points.Count == 0)
        {
            AddPoints();
            _triangles = Delaunay.Of([.. _points.Select(p => (p.X, p.Y))]);
        }

        var moved = _points.Select((p, i) => Move(p, i, moment)).ToArray();
        var picture = texture.Clone();
        foreach (var (a, b, c) in _triangles.OrderByDescending(t => moved[t.A].Z + moved[t.B].Z + moved[t.C].Z))
        {
            Fill(picture, texture, moved, a, b, c);
        }

        if (moment.Mouth > 0)
        {
            FillMouth(picture, [.. InnerUpper.Concat(InnerLower).Select(i => (moved[i].X, moved[i].Y))]);
        }

        return picture;
    }

    // Beyond the mesh: hair, ears and neck, which go with the head, and a ring that stays.
    private void AddPoints()
    {
        _points.AddRange(mesh);
        var (centerX, centerY) = ((mesh[RightEar].X + mesh[LeftEar].X) / 2, (mesh[Forehead].Y + mesh[Chin].Y) / 2);
        var (radiusX, radiusY) = (Math.Abs(mesh[LeftEar].X - mesh[RightEar].X) / 2, Math.Abs(mesh[Chin].Y - mesh[Forehead].Y) / 2);
        var depth = (mesh[RightEar].Z + mesh[LeftEar].Z) / 2;
        foreach (var size in new[] { HeadRing, StillRing })
        {
            for (var i = 0; i < Ring; i++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * i / Ring);
                _points.Add((centerX + (size * radiusX * cos), centerY + (size * radiusY * sin), depth + (0.2 * radiusX)));
            }
        }
    }

    private (double X, double Y, double Z) Move((double X, double Y, double Z) point, int index, DriverMoment moment)
    {
        if (index >= mesh.Count + Ring)
        {
            return point;
        }

        var (forehead, chin) = (mesh[Forehead], mesh[Chin]);
        var height = chin.Y - forehead.Y;
        if (moment.Mouth > 0)
        {
            // A mouth that opens wide is no wide mouth: its corners come in, the upper lip rises.
            var isLip = IsUpperLip(index) || IsLowerLip(index);
            var x0 = isLip ? point.X - (moment.Mouth * CornersIn * (point.X - mesh[LowerLip].X)) : point.X;
            point = (x0, point.Y + (moment.Mouth * JawDrop * height * Jaw(point, index)), point.Z);
        }

        // About the neck: below the ears, as deep as they are.
        var (pivotX, pivotY, pivotZ) = ((mesh[RightEar].X + mesh[LeftEar].X) / 2, chin.Y, (mesh[RightEar].Z + mesh[LeftEar].Z) / 2);
        var (x, y, z) = (point.X - pivotX, point.Y - pivotY, point.Z - pivotZ);
        var (sinYaw, cosYaw) = Math.SinCos(moment.Yaw * Math.PI / 180);
        (x, z) = ((x * cosYaw) - (z * sinYaw), (x * sinYaw) + (z * cosYaw));
        var (sinPitch, cosPitch) = Math.SinCos(moment.Pitch * Math.PI / 180);
        (y, z) = ((y * cosPitch) + (z * sinPitch), (z * cosPitch) - (y * sinPitch));
        return (pivotX + x, pivotY + y, pivotZ + z);
    }

    // How far a point goes with the jaw: the lower lip and the chin wholly, cheeks and corners of the mouth less; lips open as an oval.
    private double Jaw((double X, double Y, double Z) point, int index)
    {
        var (lip, chin) = (mesh[LowerLip], mesh[Chin]);
        var halfWidth = Math.Abs(mesh[LeftEar].X - mesh[RightEar].X) / 2;
        var aside = (point.X - lip.X) / (1.25 * halfWidth);
        var across = Math.Max(0, 1 - (aside * aside));
        if (IsUpperLip(index) || IsLowerLip(index))
        {
            var corner = (point.X - lip.X) / (Math.Abs(mesh[308].X - mesh[78].X) / 2);
            var oval = Math.Sqrt(Math.Max(0.01, 1 - (corner * corner)));
            return IsUpperLip(index) ? -LipRise * oval : Math.Max(0.2, oval);
        }

        // Softly from the line of the lips downwards; cheeks beside the mouth go half the way.
        var down = (point.Y - lip.Y) / (chin.Y - lip.Y);
        return across * Math.Clamp(down / 0.5, 0, 1);
    }

    private static bool IsUpperLip(int index) => Array.IndexOf(InnerUpper, index, 1, InnerUpper.Length - 2) >= 0
        || Array.IndexOf(OuterUpper, index, 1, OuterUpper.Length - 2) >= 0;

    private static bool IsLowerLip(int index) => Array.IndexOf(InnerLower, index) >= 0 || Array.IndexOf(OuterLower, index) >= 0
        || index is 78 or 308 or 61 or 291;

    private void Fill(RgbImage picture, RgbImage texture, (double X, double Y, double Z)[] to, int a, int b, int c)
    {
        var (p, q, r) = (to[a], to[b], to[c]);
        var area = ((q.X - p.X) * (r.Y - p.Y)) - ((r.X - p.X) * (q.Y - p.Y));
        if (Math.Abs(area) < 1e-9)
        {
            return;
        }

        var (left, right) = (Math.Min(p.X, Math.Min(q.X, r.X)), Math.Max(p.X, Math.Max(q.X, r.X)));
        var (top, bottom) = (Math.Min(p.Y, Math.Min(q.Y, r.Y)), Math.Max(p.Y, Math.Max(q.Y, r.Y)));
        var (from, along, across) = (_points[a], _points[b], _points[c]);
        var (alongX, alongY, acrossX, acrossY) = (along.X - from.X, along.Y - from.Y, across.X - from.X, across.Y - from.Y);
        var (stepU, stepV) = ((r.Y - p.Y) / area, -(q.Y - p.Y) / area);
        var first = Math.Max(0, (int)(left - 0.5));
        for (var y = Math.Max(0, (int)(top - 0.5)); y < Math.Min(picture.Height, bottom + 0.5); y++)
        {
            var u = ((first + 0.5 - p.X) * stepU) - ((r.X - p.X) * (y + 0.5 - p.Y) / area);
            var v = ((first + 0.5 - p.X) * stepV) + ((q.X - p.X) * (y + 0.5 - p.Y) / area);
            var i = ((y * picture.Width) + first) * 3;
            for (var x = first; x < Math.Min(picture.Width, right + 0.5); x++, u += stepU, v += stepV, i += 3)
            {
                if (u >= -1e-6 && v >= -1e-6 && u + v <= 1 + 1e-6)
                {
                    Copy(texture, from.X + (u * alongX) + (v * acrossX), from.Y + (u * alongY) + (v * acrossY), picture.Pixels, i);
                }
            }
        }
    }

    // RgbImage.At in whole numbers: films have tens of millions of pixels.
    private static void Copy(RgbImage texture, double x, double y, byte[] to, int i)
    {
        var fixedX = Math.Clamp((int)((x - 0.5) * 256), 0, (texture.Width - 1) << 8);
        var fixedY = Math.Clamp((int)((y - 0.5) * 256), 0, (texture.Height - 1) << 8);
        var (fx, fy, at) = (fixedX & 255, fixedY & 255, (((fixedY >> 8) * texture.Width) + (fixedX >> 8)) * 3);
        var right = (fixedX >> 8) + 1 < texture.Width ? 3 : 0;
        var below = at + ((fixedY >> 8) + 1 < texture.Height ? texture.Width * 3 : 0);
        var pixels = texture.Pixels;
        for (var channel = 0; channel < 3; channel++)
        {
            var upper = (pixels[at + channel] * (256 - fx)) + (pixels[at + right + channel] * fx);
            var lower = (pixels[below + channel] * (256 - fx)) + (pixels[below + right + channel] * fx);
            to[i + channel] = (byte)(((upper * (256 - fy)) + (lower * fy) + 32768) >> 16);
        }
    }

    private static void FillMouth(RgbImage picture, IReadOnlyList<(double X, double Y)> outline)
    {
        for (var y = (int)outline.Min(p => p.Y); y <= outline.Max(p => p.Y); y++)
        {
            List<double> crossings = [];
            for (var i = 0; i < outline.Count; i++)
            {
                var (a, b) = (outline[i], outline[(i + 1) % outline.Count]);
                if ((a.Y <= y + 0.5) != (b.Y <= y + 0.5))
                {
                    crossings.Add(a.X + ((y + 0.5 - a.Y) / (b.Y - a.Y) * (b.X - a.X)));
                }
            }

            crossings.Sort();
            for (var i = 0; i + 1 < crossings.Count; i += 2)
            {
                for (var x = (int)crossings[i]; x < crossings[i + 1]; x++)
                {
                    var at = ((y * picture.Width) + x) * 3;
                    (picture.Pixels[at], picture.Pixels[at + 1], picture.Pixels[at + 2]) = (48, 18, 18);
                }
            }
        }
    }

    private List<(double X, double Y)> Line(int[] indexes) => [.. indexes.Select(i => (mesh[i].X, mesh[i].Y))];
}
