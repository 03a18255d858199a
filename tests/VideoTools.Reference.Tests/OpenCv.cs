using System.Runtime.InteropServices;
using OpenCvSharp;

namespace VideoTools.Reference.Tests;

/// <summary>The reference: whether it is here, and pictures in its form.</summary>
internal static class OpenCv
{
    private static readonly Lazy<string?> Problem = new(FindProblem);

    /// <summary>Why OpenCV can't be used; null when it can.</summary>
    public static string? Missing => Problem.Value;

    /// <summary>Reproducible noise.</summary>
    public static byte[] Noise(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>A copy of interleaved bytes as OpenCV's picture.</summary>
    public static Mat Picture(byte[] bytes, int width, int height, int channels = 1)
    {
        var mat = new Mat(height, width, MatType.CV_8UC(channels));
        Marshal.Copy(bytes, 0, mat.Data, bytes.Length);
        return mat;
    }

    /// <summary>A copy of a picture's bytes.</summary>
    public static byte[] Bytes(Mat picture)
    {
        Assert.True(picture.IsContinuous());
        var bytes = new byte[picture.Total() * picture.ElemSize()];
        Marshal.Copy(picture.Data, bytes, 0, bytes.Length);
        return bytes;
    }

    private static string? FindProblem()
    {
        try
        {
            NativeLibrary.Free(NativeLibrary.Load("OpenCvSharpExtern", typeof(Cv2).Assembly, null));
            return null;
        }
        catch (Exception missing) when (missing is DllNotFoundException or BadImageFormatException)
        {
            var reason = "SKIPPED, NOT PASSED: OpenCV can't be loaded "
                + "(linux-x64 with libgtk-3-0 libharfbuzz0b libfreetype6 libdrm2 libatomic1; the build's test task installs them where it may): " + missing.Message.ReplaceLineEndings(" ");
            Console.Error.WriteLine(reason);
            return reason;
        }
    }
}
