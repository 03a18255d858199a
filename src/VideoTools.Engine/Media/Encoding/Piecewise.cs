// Method: a function of time in pieces as one expression of ffmpeg: a balanced tree of if(lt(t,T),...), of which ffmpeg evaluates the
// branch taken only. Cost: a frame costs the logarithm of the number of pieces, however long a path is.
using System.Globalization;
using System.Text;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>Writes piecewise functions as expressions of ffmpeg's filters.</summary>
internal static class Piecewise
{
    /// <summary>One expression for all pieces.</summary>
    /// <param name="variable">Name of the time in the filter, t or T.</param>
    /// <param name="pieces">When each begins (the first begins at minus infinity, whatever it says), and its expression.</param>
    public static string Expression(string variable, IReadOnlyList<(double From, string Text)> pieces)
    {
        var text = new StringBuilder();
        Write(0, pieces.Count);
        return text.ToString();

        void Write(int first, int end)
        {
            if (end - first == 1)
            {
                text.Append(pieces[first].Text);
                return;
            }

            var middle = (first + end) / 2;
            text.Append(CultureInfo.InvariantCulture, $"if(lt({variable},{Number(pieces[middle].From)}),");
            Write(first, middle);
            text.Append(',');
            Write(middle, end);
            text.Append(')');
        }
    }

    /// <summary>A number as ffmpeg reads it.</summary>
    public static string Number(double value) => value.ToString("0.#########", CultureInfo.InvariantCulture);
}
