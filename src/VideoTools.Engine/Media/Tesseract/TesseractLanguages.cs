// Source: ISO 639-1 and the names of Tesseract's data (ISO 639-2/T, mostly), github.com/tesseract-ocr/tessdata_fast. Debian installs
// the data of a whole script as "Latin", others as "script/Latin".
using System.Collections.Frozen;

namespace VideoTools.Engine.Media.Tesseract;

/// <summary>Which data reads a language.</summary>
internal static class TesseractLanguages
{
    // Pairs "code data", those written in Latin letters first.
    private const string Latin =
        "af afr,az aze,bs bos,ca cat,cs ces,cy cym,da dan,de deu,en eng,eo epo,es spa,et est,eu eus,fi fin,fil fil,fo fao,fr fra,ga gle,"
        + "gl glg,hr hrv,ht hat,hu hun,id ind,is isl,it ita,jv jav,la lat,lb ltz,lt lit,lv lav,mi mri,ms msa,mt mlt,nb nor,nl nld,nn nor,"
        + "no nor,oc oci,pl pol,pt por,qu que,ro ron,sk slk,sl slv,sq sqi,sv swe,sw swa,tl fil,tr tur,uz uzb,vi vie,yo yor";

    private const string Others =
        "am amh,ar ara,be bel,bg bul,bn ben,el ell,fa fas,gu guj,he heb,hi hin,hy hye,ja jpn,ka kat,kk kaz,km khm,kn kan,ko kor,ky kir,"
        + "lo lao,"
        + "mk mkd,ml mal,mn mon,mr mar,my mya,ne nep,pa pan,ps pus,ru rus,sa san,si sin,sr srp,ta tam,te tel,tg tgk,th tha,ti tir,tt tat,"
        + "ug uig,uk ukr,ur urd,yi yid,zh chi_sim,zh-hant chi_tra,zh-tw chi_tra,zh-hk chi_tra";

    private static readonly FrozenDictionary<string, string> Data =
        $"{Latin},{Others}".Split(',').Select(pair => pair.Split(' '))
            .ToFrozenDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> LatinData =
        Latin.Split(',').Select(pair => pair.Split(' ')[1]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Data of one language written in Latin letters, most speakers first; English, which knows few accents, last.</summary>
    public static IReadOnlyList<string> LatinByUse { get; } =
    [
        "deu", "fra", "spa", "por", "ita", "nld", "pol", "swe", "tur", "dan", "nor", "ces", "ron", "hun", "fin", "vie", "cat",
        "hrv", "slk",
        "slv", "est", "lav", "lit", "isl", "eng",
    ];

    /// <summary>Data of other letters, those of most speakers first.</summary>
    public static IReadOnlyList<string> OthersByUse { get; } =
        ["rus", "ukr", "ell", "bul", "srp", "bel", "mkd", "ara", "heb", "hin", "tha", "jpn", "kor", "fas", "ben", "kat", "hye"];

    /// <summary>The name of the data for a code (de, pt-BR, zh-Hant), or of the data itself (deu, Latin).</summary>
    public static string NameOf(string language)
    {
        var code = language.Trim();
        return Data.TryGetValue(code, out var name) ? name
            : code.IndexOf('-', StringComparison.Ordinal) is > 0 and var at && Data.TryGetValue(code[..at], out var general) ? general
            : code;
    }

    /// <summary>True for the data of a language written in Latin letters, or of all of these.</summary>
    public static bool IsLatin(string name) => LatinData.Contains(name) || IsLatinScript(name);

    /// <summary>True for the data of all languages written in Latin letters.</summary>
    public static bool IsLatinScript(string name) => name is "Latin" or "script/Latin";

    /// <summary>True for what PP-OCR reads by itself.</summary>
    public static bool IsBuiltIn(string name) => name is "eng" or "chi_sim" or "chi_tra";
}
