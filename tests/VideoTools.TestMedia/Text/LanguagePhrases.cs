namespace VideoTools.TestMedia.Text;

/// <summary>Lines in languages with letters of their own: pangrams, signs of shops and streets, prices.</summary>
public static class LanguagePhrases
{
    /// <summary>By ISO 639-1 code.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>
    {
        ["de"] =
        [
            "Falsches Üben von Xylophonmusik", "quält jeden größeren Zwerg", "Bäckerei Müller seit 1898", "Straße gesperrt für Fußgänger",
            "Heute schönes Wetter in Köln", "ab 4,99 € pro Stück",
        ],
        ["fr"] =
        [
            "Voix ambiguë d'un cœur", "préfère les jattes de kiwis", "Où est la forêt enchantée", "Le garçon a reçu un gâteau",
            "Fermé à Noël et à Pâques", "À partir de 25 € l'unité",
        ],
        ["es"] =
        [
            "El pingüino Wenceslao hizo", "kilómetros bajo la lluvia", "Mañana será otro día", "La niña pequeña soñó con España",
            "Próxima estación: Jaén", "Más de 100 años de tradición",
        ],
        ["sv"] =
        [
            "Flygande bäckasiner söka", "hwila på mjuka tuvor", "Älgen går över ån i går", "Välkommen till Malmö och Västerås",
            "Rea på skor från 99 kr", "Räksmörgås är gott på våren",
        ],
        ["pl"] =
        [
            "Zażółć gęślą jaźń", "Pchnąć w tę łódź jeża", "Święta w Krakowie i Łodzi", "Życzymy miłego dnia każdemu",
            "Książki od 19,99 zł za sztukę", "Główny dworzec kolejowy",
        ],
        ["ru"] =
        [
            "Съешь же ещё этих мягких", "французских булок да выпей чаю", "Добро пожаловать в Москву", "Новости дня в прямом эфире",
            "Скидка 50 % на все товары", "Следующая остановка Площадь",
        ],
    };
}
