using System.Globalization;
using System.Management.Automation;

namespace VideoTools.PowerShell.Tests.Binding;

public sealed class FlexibleAttributeTests : IDisposable
{
    private static readonly string[] Names = ["en-US", "de-DE", "fa-IR", "sv-SE", "ar-SA", "fr-FR"];

    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public static TheoryData<string> Cultures => [.. Names];

    public void Dispose() => CultureInfo.CurrentCulture = _culture;

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Number_WrittenInACulture_IsReadInEveryOther(string writer)
    {
        foreach (var value in new[] { 0, 1.5, -12.25, 1e-05, 123456.789, -0.1 })
        {
            var text = value.ToString(CultureInfo.GetCultureInfo(writer));
            foreach (var reader in Names)
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(reader);
                Assert.Equal(value, new FlexibleNumberAttribute().Transform(null!, text));
            }
        }
    }

    [Theory]
    [InlineData("1.234,5")]
    [InlineData("1,234.5")]
    [InlineData("1 5")]
    [InlineData("abc")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    public void Number_AmbiguousOrNone_IsRefused(string text) =>
        Assert.Throws<ArgumentTransformationMetadataException>(() => new FlexibleNumberAttribute().Transform(null!, text));

    [Fact]
    public void Number_NumberTypes_AreTaken()
    {
        foreach (var value in new object[] { 5, 5L, 5.0, 5f, 5m, (byte)5 })
        {
            Assert.Equal(5.0, new FlexibleNumberAttribute().Transform(null!, value));
        }
    }

    [Fact]
    public void Number_ArrayFromACommaOnTheCommandLine_IsRefused() =>
        Assert.Throws<ArgumentTransformationMetadataException>(() => new FlexibleNumberAttribute().Transform(null!, new object[] { 27, 5 }));

    [Theory]
    [InlineData("62.5", 62.5)]
    [InlineData("62,5", 62.5)]
    [InlineData("62\u066B5", 62.5)]
    [InlineData("\u22122", -2)]
    [InlineData("00:01:02.5", 62.5)]
    [InlineData("00:01:02,5", 62.5)]
    [InlineData("00:00:01.5000000", 1.5)]
    [InlineData("1.00:00:01", 86401)]
    [InlineData("-00:00:01.5", -1.5)]
    public void Time_Text_IsRead(string text, double seconds)
    {
        foreach (var reader in Names)
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(reader);
            Assert.Equal(TimeSpan.FromSeconds(seconds), new FlexibleTimeAttribute().Transform(null!, text));
        }
    }

    [Theory]
    [InlineData("1:30")]
    [InlineData("soon")]
    [InlineData("00:61:00")]
    [InlineData("1,000.5")]
    [InlineData("1e300")]
    public void Time_AmbiguousOrNone_IsRefused(string text) =>
        Assert.Throws<ArgumentTransformationMetadataException>(() => new FlexibleTimeAttribute().Transform(null!, text));

    [Fact]
    public void Time_NumbersAreSeconds_NotTicks()
    {
        Assert.Equal(TimeSpan.FromSeconds(5), new FlexibleTimeAttribute().Transform(null!, 5));
        Assert.Equal(TimeSpan.FromSeconds(0.04), new FlexibleTimeAttribute().Transform(null!, 0.04));
        Assert.Equal(TimeSpan.FromTicks(7), new FlexibleTimeAttribute().Transform(null!, TimeSpan.FromTicks(7)));
    }

    [Fact]
    public void Both_EmptyCell_MeansNotGiven()
    {
        Assert.Null(new FlexibleTimeAttribute().Transform(null!, ""));
        Assert.Null(new FlexibleNumberAttribute().Transform(null!, ""));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void TimeSpan_AsExportCsvWritesIt_ComesBack(string writer)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(writer);
        foreach (var time in new[] { TimeSpan.Zero, new TimeSpan(1), TimeSpan.FromSeconds(1.5), new TimeSpan(1, 2, 3, 4, 5), -TimeSpan.FromSeconds(2) })
        {
            Assert.Equal(time, new FlexibleTimeAttribute().Transform(null!, time.ToString(null, CultureInfo.CurrentCulture)));
        }
    }
}
